package foramen.dicom.deident;

import foramen.dicom.data.DataDictionary;
import foramen.dicom.data.Tag;
import foramen.domain.deident.Action;

/**
 * What becomes of one attribute, wherever in the data set it stands; its values are told nowhere.
 *
 * @param tag the attribute
 * @param action what is done
 * @param reason why
 * @param count how often, nested places included
 */
public record AttributeChange(int tag, Action action, Reason reason, int count) {
    /** The attribute's keyword; of a private one the tag, for its creator's name may say something. */
    public String label() {
        return DataDictionary.standard().label(tag);
    }

    /** One line for a list. */
    public String words() {
        String label = label();
        String name = label.startsWith("(") ? label : Tag.format(tag) + " " + label;
        return name + " " + action.words() + (count == 1 ? "" : ", " + count + " times") + ": " + reason.words();
    }
}
