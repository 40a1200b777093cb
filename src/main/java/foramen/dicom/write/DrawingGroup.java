package foramen.dicom.write;

import foramen.dicom.data.DataSet;
import foramen.dicom.data.PresentationTag;
import foramen.dicom.data.Vr;
import foramen.domain.anatomy.Code;
import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.Structure;
import foramen.domain.annotation.Annotation;

/**
 * What a graphic of a presentation state shows, which the graphic itself cannot say: a Graphic Group (PS3.3 C.10.12)
 * for each structure, side, level, plane and form. Its label is for people, its description is read back.
 *
 * @param structureId as in the structure catalogue
 * @param side the side
 * @param level where along the nerve
 * @param plane how the plane cuts
 * @param form {@link foramen.domain.annotation.Shape#word()}, or {@code needle}
 */
record DrawingGroup(String structureId, Laterality side, ScanLevel level, ScanPlane plane, String form) {
    static DrawingGroup of(Annotation a) {
        return new DrawingGroup(a.structureId(), a.laterality(), a.level(), a.plane(), a.shape().word());
    }

    static DrawingGroup needle(Laterality side) {
        return new DrawingGroup("", side, ScanLevel.UNSPECIFIED, ScanPlane.UNSPECIFIED, "needle");
    }

    /** The item that defines the group. */
    DataSet item(int number, String name, Code code) {
        String words = side == Laterality.UNSPECIFIED ? name : name + ", " + side.words();
        String description = "structure=" + structureId + "; side=" + side.name() + "; level=" + level.name()
                + "; plane=" + plane.name() + "; form=" + form + "; code=" + code.scheme() + ":" + code.value();
        return DataSet.builder().whole(PresentationTag.GRAPHIC_GROUP_ID, Vr.UL, number)
                .text(PresentationTag.GRAPHIC_GROUP_LABEL, Vr.LO, SharedModules.line(words))
                .text(PresentationTag.GRAPHIC_GROUP_DESCRIPTION, Vr.ST, description).build();
    }

    DataSet item(int number, Structure structure) {
        return item(number, structure.name(), Concepts.type(structure, side));
    }
}
