package foramen.ui.ledger;

import foramen.domain.injection.Dose;
import foramen.domain.patient.Patient.Weighing;
import foramen.domain.safety.Risks.Answer;
import foramen.domain.safety.SafetyBook.Group;
import foramen.domain.safety.SafetyBook.Risk;
import foramen.ui.support.ChoiceRow;
import foramen.ui.support.Parts;
import foramen.ui.support.SectionTitle;
import foramen.ui.support.TypedField;
import foramen.ui.support.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Weight, height and the questions to the patient: yes, no, or not asked, which is never taken for no. */
final class PatientSection extends VBox {
    private final LedgerViewModel model;
    private final Words words;
    private final TypedField weight;
    private final TypedField height;
    private final Label weighed = Parts.note("");
    private final Button confirm = new Button();
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private final Map<Group, SectionTitle> titles = new EnumMap<>(Group.class);
    private final Map<Group, Button> rest = new EnumMap<>(Group.class);

    PatientSection(LedgerViewModel model) {
        this.model = model;
        words = model.words();
        getStyleClass().add("part");
        weight = typed("patient-weight", words.text("patient.weight"), t -> model.facts().weigh(t, model.today()));
        height = typed("patient-height", words.text("patient.height"), model.facts()::measure);
        getChildren().addAll(new SectionTitle(words.text("patient.title")),
                Parts.columns(named(words.text("patient.weight"), weight),
                        named(words.text("patient.height"), height)),
                weighed, confirm);
        confirm.setText(words.text("patient.weight.confirm"));
        confirm.setId("patient-weight-confirm");
        confirm.setOnAction(e -> model.facts().confirmWeight(model.today()));
        for (Group group : Group.values()) {
            Button no = new Button(words.text("patient.rest"));
            no.getStyleClass().addAll("flat", "small");
            no.setId("rest-" + titles.size());
            no.setAccessibleText(words.text("patient.rest") + ", " + words.of(group));
            no.setOnAction(e -> model.facts().noToTheRest(group));
            SectionTitle title = new SectionTitle(words.of(group), no);
            titles.put(group, title);
            rest.put(group, no);
            getChildren().add(title);
            for (Risk r : model.book().safety().risks()) {
                if (r.group() == group && !r.presumed()) {
                    Question q = new Question(r);
                    questions.put(r.id(), q);
                    getChildren().add(q);
                }
            }
        }
    }

    private TypedField typed(String id, String name, Function<String, String> commit) {
        TypedField field = new TypedField(name, t -> words.said(commit.apply(t)));
        field.setId(id);
        field.setPrefColumnCount(6);
        return field;
    }

    private static VBox named(String name, TypedField field) {
        Label complaint = Parts.complaint();
        field.onSettled(() -> complaint.setText(field.complaint()));
        return Parts.tight(Parts.name(name), field, complaint);
    }

    void show(LedgerState state) {
        String subject = state.casefile().id().value();
        weight.show(subject, plain(state.casefile().patient().weightKg()));
        showWeighing(state.casefile().patient().weighing());
        height.show(subject, plain(state.risks().heightCm()));
        questions.forEach((id, q) -> q.show(subject, state.risks().answer(id),
                state.casefile().risks().details().getOrDefault(id, "")));
        titles.forEach((group, title) -> {
            List<Risk> asked = model.book().safety().risks().stream().filter(r -> r.group() == group && !r.presumed())
                    .toList();
            long open = asked.stream().filter(r -> state.risks().answer(r.id()) == Answer.NOT_ASKED).count();
            title.setText(open == 0 ? words.of(group) : words.text("patient.open", words.of(group), open));
            Optional.ofNullable(rest.get(group)).ifPresent(b -> b.setDisable(open == 0));
        });
    }

    private void showWeighing(Optional<Weighing> weighing) {
        weighed.setText(weighing.map(w -> {
            String day = w.day().map(LocalDate::toString).orElse(words.text("patient.weight.undated"));
            return words.text(w.source() == Weighing.Source.FILE ? "patient.weight.file" : "patient.weight.operator",
                    day);
        }).orElse(""));
        boolean open = weighing.filter(w -> w.source() == Weighing.Source.FILE).isPresent();
        for (Node n : List.of(weighed, confirm)) {
            boolean shown = n == confirm ? open : weighing.isPresent();
            n.setVisible(shown);
            n.setManaged(shown);
        }
    }

    private static String plain(Optional<BigDecimal> value) {
        return value.map(Dose::plain).orElse("");
    }

    /** One question, with words to a yes. */
    private final class Question extends VBox {
        private final ChoiceRow<Answer> answers;
        private final TypedField detail;

        Question(Risk risk) {
            getStyleClass().add("question");
            String name = Words.capital(LedgerWords.of(words, risk));
            Label label = new Label(name);
            label.setWrapText(true);
            label.getStyleClass().add("item-name");
            answers = new ChoiceRow<>(name, List.of(Answer.YES, Answer.NO, Answer.NOT_ASKED), words::of,
                    a -> model.facts().answer(risk.id(), a));
            answers.setId("risk-" + risk.id());
            detail = new TypedField(words.text("patient.detail.name", name), t -> {
                model.facts().note(risk.id(), t);
                return "";
            });
            detail.setPromptText(words.text("patient.detail"));
            getChildren().addAll(label, answers, detail);
        }

        void show(String subject, Answer answer, String words) {
            answers.show(answer);
            detail.show(subject, words);
            detail.setVisible(answer == Answer.YES);
            detail.setManaged(answer == Answer.YES);
            getStyleClass().remove("present");
            if (answer == Answer.YES) {
                getStyleClass().add("present");
            }
        }
    }
}
