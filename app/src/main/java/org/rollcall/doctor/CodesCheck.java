package org.rollcall.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rollcall.draft.NamedCode;
import org.rollcall.model.PrintableText;
import org.rollcall.model.Wording;

/// Judges the names that the settings give to codes. None of it keeps a run from beginning.
public final class CodesCheck {
  private static final int NAMED = 5;

  private CodesCheck() {}

  /// @param codes the codes of one vocabulary
  public static List<Finding> of(String vocabulary, List<NamedCode> codes) {
    var subject = "Codes of " + vocabulary;
    var findings = new ArrayList<Finding>();
    findings.add(counted(subject, vocabulary, codes));
    codes.forEach(code -> otherwise(subject, code, findings));
    return findings;
  }

  /// What is said where they could not be counted.
  public static Finding uncounted(String why) {
    return new Finding.Warning("Codes", "They could not be counted. " + why, "");
  }

  private static Finding counted(String subject, String vocabulary, List<NamedCode> codes) {
    var unnamed = codes.stream().filter(each -> each.name().isEmpty()).toList();
    if (unnamed.isEmpty()) {
      return new Finding.Good(subject, Wording.count(codes.size(), "code") + ", all with a name.");
    }
    var few =
        unnamed.stream()
            .limit(NAMED)
            .map(each ->
                "%s (%s)"
                    .formatted(
                        PrintableText.of(each.use().code()),
                        Wording.count(each.use().members(), "member")))
            .collect(Collectors.joining(", "));
    var more = unnamed.size() > NAMED ? " and %,d more".formatted(unnamed.size() - NAMED) : "";
    return new Finding.Warning(
        subject,
        "%s, %,d without a name: %s%s."
            .formatted(Wording.count(codes.size(), "code"), unnamed.size(), few, more),
        "Name them under vocabulary.%s in the settings; until then each stands as it is."
            .formatted(vocabulary));
  }

  private static void otherwise(String subject, NamedCode code, List<Finding> findings) {
    code.otherwise()
        .ifPresent(said ->
            findings.add(
                new Finding.Warning(
                    subject,
                    "%s is “%s” in the settings; “%s” is what Intercom holds in %s of members with exactly that code (%,d of %,d)."
                        .formatted(
                            PrintableText.of(code.use().code()),
                            PrintableText.of(code.name().orElse("")),
                            PrintableText.of(said.name()),
                            said.agreeing() == said.contacts() ? "all contacts" : "most contacts",
                            said.agreeing(),
                            said.contacts()),
                    "Correct the name under vocabulary in the settings if Intercom's is right; otherwise the next sync writes yours.")));
  }
}
