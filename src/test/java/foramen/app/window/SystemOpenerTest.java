package foramen.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemOpenerTest {
    private static final Path FILE = Path.of("a & b", "guide.html").toAbsolutePath();

    @Test
    void eachPlatformHasItsOwnCommandAndTheNameStaysOneArgument() {
        assertEquals(List.of("xdg-open", FILE.toString()), SystemOpener.command("Linux", FILE));
        assertEquals(List.of("/usr/bin/open", FILE.toString()), SystemOpener.command("Mac OS X", FILE));
        assertEquals(List.of("rundll32.exe", "url.dll,FileProtocolHandler", FILE.toString()),
                SystemOpener.command("Windows 11", FILE));
    }
}
