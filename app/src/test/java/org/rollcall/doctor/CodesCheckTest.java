package org.rollcall.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.draft.CodeUse;
import org.rollcall.draft.NamedCode;
import org.rollcall.draft.Saying;
import org.rollcall.settings.Vocabulary;

class CodesCheckTest {
  private static final Vocabulary POSITIONS = vocabulary();

  @Test
  void codes_that_all_have_a_name_are_well() {
    assertThat(
            found(
                new CodeUse("VP", 54, Optional.of(new Saying("Vice President", 50, 50))),
                new CodeUse("Secretary", 1, Optional.empty())))
        .containsExactly(new Finding.Good("Codes of positions", "2 codes, all with a name."));
  }

  @Test
  void codes_without_a_name_are_one_warning() {
    var uses = IntStream.range(0, 8).mapToObj(each -> new CodeUse("C" + each, 9, Optional.empty()));
    assertThat(found(uses.toArray(CodeUse[]::new)))
        .containsExactly(
            new Finding.Warning(
                "Codes of positions",
                "8 codes, 8 without a name: C0 (9 members), C1 (9 members), C2 (9 members), C3 (9 members), C4 (9 members) and 3 more.",
                "Name them under vocabulary.positions in the settings; until then each stands as it is."));
  }

  @Test
  void a_name_that_most_contacts_do_not_hold_is_a_warning() {
    var found =
        found(
            new CodeUse("VP", 54, Optional.of(new Saying("Deputy", 30, 50))),
            new CodeUse("SEC", 54, Optional.of(new Saying("Clerk", 25, 50))));
    assertThat(found).hasSize(2);
    assertThat(found.getLast().found())
        .isEqualTo(
            "VP is “Vice President” in the settings; “Deputy” is what Intercom holds in most contacts of members with exactly that code (30 of 50).");
  }

  private static List<Finding> found(CodeUse... uses) {
    return CodesCheck.of("positions", NamedCode.of(POSITIONS, List.of(uses)));
  }

  private static Vocabulary vocabulary() {
    var names = new LinkedHashMap<String, String>();
    names.put("VP", "Vice President");
    names.put("SEC", "Secretary");
    return new Vocabulary("positions", names);
  }
}
