package foramen.ui.shell;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.clip.ClipInfo;
import foramen.workspace.tool.ToolController;
import java.util.Optional;

/** What is drawn next is named as what was drawn last on this clip, and never as it was for another patient. */
final class InheritedLabels {
    private InheritedLabels() {}

    static void give(ToolController tools, Case casefile, ClipInfo info) {
        Optional<Annotation> last = casefile.annotations().reversed().stream()
                .filter(a -> a.frame().sopInstanceUid().equals(info.identity().sopInstanceUid())).findFirst();
        tools.structureIdProperty().set(StructureCatalog.SCIATIC_NERVE);
        tools.lateralityProperty().set(Laterality.UNSPECIFIED);
        tools.levelProperty().set(last.map(Annotation::level).orElse(ScanLevel.UNSPECIFIED));
        tools.planeProperty().set(last.map(Annotation::plane).orElse(ScanPlane.UNSPECIFIED));
    }
}
