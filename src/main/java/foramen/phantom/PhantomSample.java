package foramen.phantom;

/**
 * One clip of the sample set.
 *
 * @param name file name without extension, lower case
 * @param spec what it shows
 * @param encoding how it is stored
 * @param pair which clips are two sides of one person; equal for the members of a pair
 * @param description series description, one line of plain text
 */
public record PhantomSample(String name, PhantomSpec spec, PhantomEncoding encoding, String pair,
        String description) {
    /** Name of the clip's own file. */
    public String clipFile() {
        return name + ".dcm";
    }

    /** Name of the truth file beside it. */
    public String truthFile() {
        return name + ".truth.json";
    }
}
