package foramen.app.command;

import foramen.job.Progress;
import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/** Progress on a terminal: one line that renews itself; nothing where the output goes to a file or a pipe. */
final class ConsoleProgress implements Progress {
    private final PrintWriter out;
    private final boolean terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();

    ConsoleProgress(PrintWriter out) {
        this.out = out;
    }

    /** Whether anything is printed. */
    boolean isSeen() {
        return terminal;
    }

    @Override
    public void report(double fraction, String message) {
        if (terminal) {
            out.printf(Locale.ROOT, "\r%3.0f %%  %-50.50s%s", Math.max(0, fraction) * 100, message,
                    fraction >= 1 ? "\r" + " ".repeat(58) + "\r" : "");
            out.flush();
        }
    }

    @Override
    public boolean isCancelled() {
        return Thread.currentThread().isInterrupted();
    }
}
