package foramen.domain.deident;

/**
 * A rectangle of whole pixels.
 *
 * @param x first column, from 0
 * @param y first row, from 0
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record Box(int x, int y, int width, int height) {
    /** Refuses what is no rectangle in a picture. */
    public Box {
        if (x < 0 || y < 0 || width < 1 || height < 1 || x > 0xFFFF || y > 0xFFFF || width > 0xFFFF
                || height > 0xFFFF) {
            throw new IllegalArgumentException(
                    "a box is x,y,width,height in whole pixels from 0, the sizes at least 1; this one is " + x + ","
                            + y + "," + width + "," + height);
        }
    }

    /**
     * Reads {@code x,y,width,height}.
     *
     * @throws IllegalArgumentException with a sentence where it is none
     */
    public static Box parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("a box is x,y,width,height, such as 0,0,640,40; not " + text);
        }
        int[] numbers = new int[4];
        for (int i = 0; i < 4; i++) {
            try {
                numbers[i] = Integer.parseInt(parts[i].strip());
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("a box is four whole numbers x,y,width,height; not " + text, e);
            }
        }
        return new Box(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return x + "," + y + "," + width + "," + height;
    }
}
