package foramen.workspace.tool;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.StructureCatalog;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the next annotation is marked as: chosen before it is drawn. */
public final class NextLabels {
    private final ObjectProperty<String> structureId = new SimpleObjectProperty<>(StructureCatalog.SCIATIC_NERVE);
    private final ObjectProperty<Laterality> laterality = new SimpleObjectProperty<>(Laterality.UNSPECIFIED);
    private final ObjectProperty<ScanLevel> level = new SimpleObjectProperty<>(ScanLevel.UNSPECIFIED);
    private final ObjectProperty<ScanPlane> plane = new SimpleObjectProperty<>(ScanPlane.UNSPECIFIED);

    NextLabels() {}

    /** The structure, as in the catalogue. */
    public ObjectProperty<String> structureIdProperty() {
        return structureId;
    }

    /** The side, of plans too; where not set, that of the clip in view is taken. */
    public ObjectProperty<Laterality> lateralityProperty() {
        return laterality;
    }

    /** The level. */
    public ObjectProperty<ScanLevel> levelProperty() {
        return level;
    }

    /** The plane. */
    public ObjectProperty<ScanPlane> planeProperty() {
        return plane;
    }

    /** Forgets all but the structure: what was chosen for one clip must not label what is drawn on the next. */
    void forgetPlace() {
        laterality.set(Laterality.UNSPECIFIED);
        level.set(ScanLevel.UNSPECIFIED);
        plane.set(ScanPlane.UNSPECIFIED);
    }

    /** What is chosen, on {@code usual} where no side is: never that of the other clip of a pair. */
    Labelling on(Laterality usual) {
        return new Labelling(structureId.get(), laterality.get() == Laterality.UNSPECIFIED ? usual : laterality.get(),
                level.get(), plane.get());
    }
}
