package foramen.workspace.edit;

import foramen.domain.casefile.Case;
import foramen.domain.injection.Injection;
import foramen.domain.session.Session;
import java.util.List;
import java.util.Optional;

/** What may be done to the part of a case that is a record: its ledger and its sessions. */
final class RecordEdits {
    private RecordEdits() {}

    /** With a line more; refuses an identifier that the ledger has. */
    static Case recorded(Case c, Injection line) {
        if (c.ledger().stream().anyMatch(l -> l.id().equals(line.id()))) {
            throw new IllegalArgumentException("The ledger already has line " + line.id());
        }
        return c.withInjection(line);
    }

    /** With a planned session, or what was seen after a closed one; refuses any other change of a closed one. */
    static Case saved(Case c, Session session) {
        Optional<Session> kept = c.session(session.id());
        if (!kept.map(k -> k.mayBecome(session)).orElse(!session.isClosed())) {
            throw new IllegalArgumentException("A session is closed together with its lines, and stays as it is");
        }
        return c.withSession(session);
    }

    /** With a session closed and what was given in it; refuses to close one twice. */
    static Case closed(Case c, Session session, List<Injection> lines) {
        if (!session.isClosed() || c.session(session.id()).filter(Session::isClosed).isPresent()) {
            throw new IllegalArgumentException("A session is closed once");
        }
        Case after = c.withSession(session);
        for (Injection line : lines) {
            after = recorded(after, line);
        }
        return after;
    }

    /** The line of that identifier, which must be there. */
    static Injection line(Case c, String id) {
        return c.ledger().stream().filter(l -> l.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The ledger has no line " + id));
    }
}
