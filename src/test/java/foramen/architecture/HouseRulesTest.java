package foramen.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule says why it is there; a needed exception is a decision record and a changed rule, never an annotation. */
@AnalyzeClasses(packages = "foramen", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    private static final Set<String> SAYS_SCALES = Set.of("JsonText", "InfoCommand", "UltrasoundObject",
            "UltrasoundMultiframeWriter", "RegionReader", "SpacingModule", "ImageJStackExporter");
    private static final String AWT_ALLOWED = "java.awt stays where pixels are coded or printed";

    @ArchTest
    static final ArchRule ARROWS_POINT_DOWN = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("app").definedBy("foramen.app..")
            .layer("ui").definedBy("foramen.ui..")
            .layer("workspace").definedBy("foramen.workspace..")
            .layer("dicom").definedBy("foramen.dicom..")
            .layer("media").definedBy("foramen.media..")
            .layer("report").definedBy("foramen.report..")
            .layer("storage").definedBy("foramen.storage..")
            .layer("phantom").definedBy("foramen.phantom..")
            .layer("overlay").definedBy("foramen.overlay..")
            .layer("vision").definedBy("foramen.vision..")
            .layer("codec").definedBy("foramen.codec..")
            .layer("domain").definedBy("foramen.domain..")
            .layer("geometry").definedBy("foramen.geometry..")
            .layer("job").definedBy("foramen.job..")
            .whereLayer("app").mayNotBeAccessedByAnyLayer()
            .whereLayer("ui").mayOnlyBeAccessedByLayers("app")
            .whereLayer("workspace").mayOnlyBeAccessedByLayers("app", "ui")
            .whereLayer("dicom").mayOnlyBeAccessedByLayers("app")
            .whereLayer("media").mayOnlyBeAccessedByLayers("app")
            .whereLayer("report").mayOnlyBeAccessedByLayers("app")
            .whereLayer("storage").mayOnlyBeAccessedByLayers("app")
            .whereLayer("phantom").mayOnlyBeAccessedByLayers("app")
            .whereLayer("overlay").mayOnlyBeAccessedByLayers("app", "ui", "workspace", "dicom", "report")
            .whereLayer("vision").mayOnlyBeAccessedByLayers("app", "workspace")
            .whereLayer("codec").mayOnlyBeAccessedByLayers("app", "dicom", "media", "report")
            .because("house.md: arrows point down only, and app joins what may not see one another");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("foramen.(**)").should().beFreeOfCycles()
            .because("a newcomer must be able to read the packages from the ground floor up");

    @ArchTest
    static final ArchRule JAVAFX_LIVES_IN_THE_INTERFACE = noClasses().that()
            .resideOutsideOfPackages("foramen.ui..", "foramen.app..", "foramen.workspace..").should()
            .dependOnClassesThat()
            .resideInAPackage("javafx..").because("everything but the interface runs without a screen");

    @ArchTest
    static final ArchRule WORKSPACE_HAS_NO_SCENE_GRAPH = noClasses().that().resideInAPackage("foramen.workspace..")
            .should().dependOnClassesThat(fxBeyondBeans())
            .because("application state is tested without a toolkit; only beans and collections are needed");

    @ArchTest
    static final ArchRule VIEW_MODELS_KNOW_NO_VIEW = noClasses().that().haveSimpleNameEndingWith("ViewModel").should()
            .dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..").allowEmptyShould(true)
            .because("only the view knows the view model");

    @ArchTest
    static final ArchRule AWT = noClasses().that()
            .resideOutsideOfPackages("foramen.report..", "foramen.codec..", "foramen.vision..").should()
            .dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.imageio..").because(AWT_ALLOWED);

    @ArchTest
    static final ArchRule NO_SWING = noClasses().should().dependOnClassesThat().resideInAPackage("javax.swing..")
            .because("one toolkit is enough");

    @ArchTest
    static final ArchRule NATIVES_HAVE_TWO_DOORS = noClasses().that()
            .resideOutsideOfPackages("foramen.codec..", "foramen.vision..").should().dependOnClassesThat()
            .resideInAPackage("org.bytedeco..").because("native code has two doors");

    @ArchTest
    static final ArchRule IMAGEJ = noClasses().that().resideOutsideOfPackages("foramen.vision..", "foramen.report..")
            .should().dependOnClassesThat().resideInAnyPackage("ij", "ij..")
            .because("ImageJ is at home in vision and report");

    @ArchTest
    static final ArchRule SQL = noClasses().that().resideOutsideOfPackage("foramen.storage..").should()
            .dependOnClassesThat().resideInAnyPackage("java.sql..", "org.jdbi..", "org.flywaydb..", "org.sqlite..")
            .because("the database has one home");

    @ArchTest
    static final ArchRule PDF = noClasses().that().resideOutsideOfPackage("foramen.report..").should()
            .dependOnClassesThat().resideInAPackage("org.apache.pdfbox..").because("documents have one home");

    @ArchTest
    static final ArchRule JTS = noClasses().that().resideOutsideOfPackage("foramen.geometry..").should()
            .dependOnClassesThat().resideInAPackage("org.locationtech..").because("JTS stays inside geometry");

    @ArchTest
    static final ArchRule CONSOLE = noClasses().that().resideOutsideOfPackage("foramen.app..").should()
            .accessField(System.class, "out").orShould().accessField(System.class, "err")
            .because("only the command line speaks on the console");

    @ArchTest
    static final ArchRule THREADS = noClasses().that()
            .resideOutsideOfPackages("foramen.ui.support..", "foramen.job..", "foramen.app..", "foramen.dicom.net..")
            .should().callConstructor(Thread.class).orShould().callConstructor(Thread.class, Runnable.class)
            .orShould().callConstructor(Thread.class, Runnable.class, String.class)
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.concurrent.Executors")
            .because("work goes through JobRunner, where it can be seen and cancelled");

    @ArchTest
    static final ArchRule ONE_PATH_TO_MILLIMETRES = noClasses().that()
            .resideOutsideOfPackages("foramen.domain.clip..", "foramen.phantom..").and(new NotNamed(SAYS_SCALES))
            .should().callMethodWhere(new Of(Map.of("Known", Set.of("mmPerPixelX", "mmPerPixelY"), "Region",
                    Set.of("mmPerPixelX", "mmPerPixelY", "deltaX", "deltaY"), "PixelSpacing",
                    Set.of("rowMm", "columnMm"))))
            .because("only domain.clip turns pixels into millimetres; who prints or writes a scale is named here");

    @ArchTest
    static final ArchRule THE_CASE_KNOWS_THE_SCALE = noClasses().that().resideOutsideOfPackages("foramen.dicom..",
            "foramen.app.command..", "foramen.app.sample..").and().doNotHaveFullyQualifiedName(
                    "foramen.domain.casefile.Case")
            .should().callMethodWhere(new Of(Map.of("ClipInfo", Set.of("calibration"))))
            .because("a scale set by hand is part of the case, so everybody asks Case.calibrationOf");

    @ArchTest
    static final ArchRule NO_MUTABLE_STATICS = noFields().that().areStatic().should(new NotFinal())
            .because("static mutable state makes tests depend on their order");

    @ArchTest
    static final ArchRule NO_SINGLETONS = noMethods().that().areStatic().should().haveName("getInstance")
            .allowEmptyShould(true).because("collaborators come through constructors");

    @ArchTest
    static final ArchRule NO_CATCH_ALL_NAMES = noClasses().should().haveSimpleNameEndingWith("Utils").orShould()
            .haveSimpleNameEndingWith("Util").orShould().haveSimpleNameEndingWith("Helper").orShould()
            .haveSimpleNameEndingWith("Manager").because("such a name names nothing");

    @ArchTest
    static final ArchRule NULL_MARKED = classes().that().haveSimpleName("package-info").should()
            .beAnnotatedWith("org.jspecify.annotations.NullMarked").because("no nulls across packages");

    @ArchTest
    static final ArchRule SUPPORT_IS_GROUND_FLOOR_OF_UI = noClasses().that().resideInAPackage("foramen.ui.support..")
            .should().dependOnClassesThat(uiSibling()).allowEmptyShould(true)
            .because("every ui package may use ui.support");

    @Test
    void everyPackageSaysItsPurposeInOneSentence() throws IOException {
        List<String> missing;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            missing = files.filter(f -> f.toString().endsWith(".java")).map(Path::getParent).distinct()
                    .filter(d -> !Files.exists(d.resolve("package-info.java"))).map(Path::toString).sorted().toList();
        }
        assertEquals(List.of(), missing, "packages without package-info.java");
    }

    @Test
    void noSourceFileHasLostItsName() throws IOException {
        List<String> long400;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            long400 = files.filter(f -> f.toString().endsWith(".java")).filter(HouseRulesTest::isOverlong)
                    .map(Path::toString).sorted().toList();
        }
        assertTrue(long400.isEmpty(), "files of more than 450 lines, each a sign of a missing name: " + long400);
    }

    private static boolean isOverlong(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count() > 450;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static DescribedPredicate<JavaClass> fxBeyondBeans() {
        return DescribedPredicate.describe("JavaFX beyond beans and collections",
                c -> c.getPackageName().startsWith("javafx.") && !c.getPackageName().startsWith("javafx.beans")
                        && !c.getPackageName().startsWith("javafx.collections"));
    }

    private static DescribedPredicate<JavaClass> uiSibling() {
        return DescribedPredicate.describe("another ui package", c -> c.getPackageName().startsWith("foramen.ui.")
                && !c.getPackageName().startsWith("foramen.ui.support"));
    }

    private static final class NotNamed extends DescribedPredicate<JavaClass> {
        private final Set<String> names;

        NotNamed(Set<String> names) {
            super("are not " + names);
            this.names = names;
        }

        @Override
        public boolean test(JavaClass c) {
            return !names.contains(c.getSimpleName());
        }
    }

    /** A call of one of these methods of the clip's types, by simple name of the type. */
    private static final class Of extends DescribedPredicate<JavaMethodCall> {
        private final Map<String, Set<String>> methods;

        Of(Map<String, Set<String>> methods) {
            super("it reads " + methods);
            this.methods = methods;
        }

        @Override
        public boolean test(JavaMethodCall call) {
            JavaClass owner = call.getTargetOwner();
            return owner.getPackageName().equals("foramen.domain.clip")
                    && methods.getOrDefault(owner.getSimpleName(), Set.of()).contains(call.getName());
        }
    }

    private static final class NotFinal extends com.tngtech.archunit.lang.ArchCondition<JavaField> {
        NotFinal() {
            super("be non-final");
        }

        @Override
        public void check(JavaField field, com.tngtech.archunit.lang.ConditionEvents events) {
            boolean mutable = field.getModifiers().contains(STATIC) && !field.getModifiers().contains(FINAL)
                    && !field.getName().startsWith("$");
            events.add(new com.tngtech.archunit.lang.SimpleConditionEvent(field, mutable,
                    field.getFullName() + (mutable ? " is static and not final" : " is final")));
        }
    }
}
