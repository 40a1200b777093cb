package foramen.app.command;

import foramen.job.Progress;
import java.io.PrintWriter;

/**
 * Progress of a command that may have to wait until the cases are added up: a line that renews itself on a terminal; to
 * a file or a pipe, one sentence at the beginning, so that nobody takes the wait for a standstill.
 */
final class AddingUpProgress implements Progress {
    private final PrintWriter out;
    private final ConsoleProgress line;
    private boolean told;

    AddingUpProgress(PrintWriter out) {
        this.out = out;
        this.line = new ConsoleProgress(out);
    }

    @Override
    public void report(double fraction, String message) {
        if (line.isSeen()) {
            line.report(fraction, message);
        } else if (!told && !message.isEmpty()) {
            told = true;
            out.println("foramen: " + message + " The answer follows when all are.");
            out.flush();
        }
    }

    @Override
    public boolean isCancelled() {
        return line.isCancelled();
    }
}
