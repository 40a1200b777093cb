package foramen.domain.session;

import foramen.domain.data.DataEntry;
import foramen.domain.data.DataFile;
import foramen.domain.data.DataFileException;
import foramen.domain.injection.Component.Content;
import foramen.domain.injection.Component.Powder;
import foramen.domain.injection.Component.Solution;
import foramen.domain.injection.Concentration;
import foramen.domain.injection.Dose;
import foramen.domain.injection.DoseText;
import foramen.domain.measurement.Citation;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The published procedures, from the cited data file {@code protocols.json}.
 *
 * @param version version of the file
 * @param targets what kinds of place there are, by id, with their names
 * @param protocols in the order they are offered
 */
public record ProtocolCatalog(String version, Map<String, String> targets, List<Protocol> protocols) {
    /** The name of the file, also of a clinic's own copy in the folder of records. */
    public static final DataFile<ProtocolCatalog> FILE = new DataFile<>("protocols.json", ProtocolCatalog.class,
            ProtocolCatalog::read);

    /** Copies the collections. */
    public ProtocolCatalog {
        targets = Map.copyOf(targets);
        protocols = List.copyOf(protocols);
    }

    /** The protocols that ship with the planner. */
    public static ProtocolCatalog standard() {
        return FILE.standard();
    }

    /** The protocol with that name. */
    public Optional<Protocol> find(String id) {
        return protocols.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** The name of a target, or the id itself. */
    public String targetName(String id) {
        return targets.getOrDefault(id, id);
    }

    /** Reads a file. */
    private static ProtocolCatalog read(DataEntry file) throws DataFileException {
        file.textOr("note", "");
        Map<String, String> targets = new LinkedHashMap<>();
        file.byId("targets", e -> targets.put(e.text("id"), e.text("name")));
        List<Protocol> protocols = List.copyOf(file.byId("protocols", ProtocolCatalog::protocol).values());
        for (Protocol p : protocols) {
            if (!p.target().isEmpty() && !targets.containsKey(p.target())) {
                throw file.wrong("has the protocol “" + p.id() + "” at the unknown target “" + p.target() + "”");
            }
        }
        return new ProtocolCatalog(file.text("version"), targets, protocols);
    }

    private static Protocol protocol(DataEntry e) throws DataFileException {
        return new Protocol(e.text("id"), e.text("name"), e.textOr("target", ""), e.textOr("arm", ""),
                e.textOr("position", ""), e.textOr("probe", ""), e.textOr("approach", ""), e.textOr("needle", ""),
                e.optional("volumeMl", ProtocolCatalog::range), e.list("recipe", ProtocolCatalog::ingredient),
                e.texts("variants"), e.optionalWhole("sessions", 1), e.optionalWhole("intervalDays", 1),
                e.textOr("followUp", ""), e.flag("offLabel"), e.flag("recordOnly"), e.textOr("outcome", ""),
                Citation.of(e));
    }

    private static Protocol.Range range(DataEntry e) throws DataFileException {
        Protocol.Range range = new Protocol.Range(e.decimal("from"), e.decimal("to"));
        if (range.from().compareTo(range.to()) > 0) {
            throw e.wrong("has a volume that ends before it begins");
        }
        return range;
    }

    private static Protocol.Ingredient ingredient(DataEntry e) throws DataFileException {
        Optional<Content> content = content(e);
        return new Protocol.Ingredient(e.text("product"), content, e.textOr("words", ""));
    }

    /**
     * How much of a product: a stock strength and a volume, or the content of a dry vial; empty where none is said.
     *
     * @param e an object with {@code stock} and {@code volume}, or {@code amount}
     */
    public static Optional<Content> content(DataEntry e) throws DataFileException {
        if (e.has("amount")) {
            String words = e.text("amount");
            Dose dose = DoseText.dose(words)
                    .orElseThrow(() -> e.wrong("needs an amount such as 100 units, not “" + words + "”"));
            if (e.has("stock") || e.has("volume")) {
                throw e.wrong("has both an amount of powder and a volume of solution; say one");
            }
            return Optional.of(new Powder(dose));
        }
        if (!e.has("stock") && !e.has("volume")) {
            return Optional.empty();
        }
        String strength = e.text("stock");
        String volume = e.text("volume");
        Concentration stock = DoseText.concentration(strength)
                .orElseThrow(() -> e.wrong("needs a stock strength such as 1 %, not “" + strength + "”"));
        BigDecimal ml = DoseText.volumeMl(volume)
                .orElseThrow(() -> e.wrong("needs a volume such as 2 mL, not “" + volume + "”"));
        return Optional.of(new Solution(stock, ml));
    }
}
