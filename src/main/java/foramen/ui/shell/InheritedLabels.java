package foramen.ui.shell;

import foramen.domain.anatomy.Laterality;
import foramen.domain.anatomy.ScanLevel;
import foramen.domain.anatomy.ScanPlane;
import foramen.domain.anatomy.StructureCatalog;
import foramen.domain.annotation.Annotation;
import foramen.domain.casefile.Case;
import foramen.domain.casefile.CaseId;
import foramen.domain.clip.ClipInfo;
import foramen.workspace.tool.ToolController;
import java.util.Optional;

/**
 * What is drawn next: within a case the structure that was chosen last, for it is looked up on one side and then on the
 * other; side, level and plane as on this clip; and never as it was for another patient.
 */
final class InheritedLabels {
    private final ToolController tools;
    private Optional<CaseId> chosenFor = Optional.empty();

    /** Names what {@code tools} draw. */
    InheritedLabels(ToolController tools) {
        this.tools = tools;
    }

    /** A clip of {@code casefile} is worked on from now on. */
    void give(Case casefile, ClipInfo info) {
        Optional<Annotation> last = casefile.annotations().reversed().stream()
                .filter(a -> a.frame().sopInstanceUid().equals(info.identity().sopInstanceUid())).findFirst();
        if (chosenFor.filter(casefile.id()::equals).isEmpty()) {
            tools.next().structureIdProperty().set(StructureCatalog.SCIATIC_NERVE);
        }
        chosenFor = Optional.of(casefile.id());
        tools.next().lateralityProperty().set(Laterality.UNSPECIFIED);
        tools.next().levelProperty().set(last.map(Annotation::level).orElse(ScanLevel.UNSPECIFIED));
        tools.next().planeProperty().set(last.map(Annotation::plane).orElse(ScanPlane.UNSPECIFIED));
    }
}
