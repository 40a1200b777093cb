package foramen.app.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {
    @Test
    void linuxHasADisplayWhereX11OrWaylandSaysSo() {
        assertTrue(OpenCommand.hasDisplay(Map.of("DISPLAY", ":0"), "Linux", ""));
        assertTrue(OpenCommand.hasDisplay(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux", ""));
        assertFalse(OpenCommand.hasDisplay(Map.of(), "Linux", ""));
        assertFalse(OpenCommand.hasDisplay(Map.of("DISPLAY", " ", "WAYLAND_DISPLAY", ""), "Linux", ""));
    }

    @Test
    void javaFxWithoutADisplayNeedsNone() {
        assertTrue(OpenCommand.hasDisplay(Map.of(), "Linux", "Headless"));
        assertFalse(OpenCommand.hasDisplay(Map.of(), "Linux", "gtk"));
    }

    @Test
    void elsewhereThereIsAlwaysOne() {
        assertTrue(OpenCommand.hasDisplay(Map.of(), "Windows 11", ""));
        assertTrue(OpenCommand.hasDisplay(Map.of(), "Mac OS X", ""));
    }
}
