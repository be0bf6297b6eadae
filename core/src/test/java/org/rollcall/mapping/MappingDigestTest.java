package org.rollcall.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rollcall.model.FieldName;
import org.rollcall.model.MappingChange;
import org.rollcall.model.MappingDigest;
import org.rollcall.settings.SettingsText;

class MappingDigestTest {
  private static final String TEXT =
      Profiles.text(
              """
              name: member.first
              custom_attributes:
                grade: named(member.grade, 'grades')
                club: member.club.name
                offices: join(names(member.offices.map(o, o.code), 'offices'), ', ')
              """)
          .text();
  private static final MappingDigest BEFORE = digest(TEXT);

  @Test
  void what_does_not_make_a_field_changes_none() {
    var other =
        TEXT.replace("phone: text, first: text", "phone: text, first: text, nick: text")
                .replace("{ code: text, size: integer }", "{ code: text }")
            + "\nbatch_size: 7\n# a remark\n";
    assertThat(digest(other).since(BEFORE)).isEqualTo(MappingChange.NONE);
  }

  @Test
  void a_field_is_new_or_made_in_another_way_by_all_that_makes_it() {
    var change =
        digest(TEXT.replace("name: member.first", "phone: member.phone\n  name: member.first + ''"))
            .since(BEFORE);
    assertThat(change.added()).containsExactly(FieldName.PHONE);
    assertThat(change.changed()).containsExactly(FieldName.NAME);
    assertThat(changed("\"2\": Senior", "\"2\": Elder")).containsExactly(attribute("grade"));
    assertThat(changed("P: President, VP: Vice President", "VP: Vice President, P: President"))
        .containsExactly(attribute("offices"));
    assertThat(changed("where: open }", "where: \"!open\" }")).containsExactly(attribute("club"));
    assertThat(changed("on: club_id", "on: guild_id")).containsExactly(attribute("club"));
    assertThat(changed("many: member_id", "many: person_id")).containsExactly(attribute("offices"));
  }

  @Test
  void nothing_is_new_where_nobody_knows_how_it_was_or_where_a_field_goes() {
    assertThat(BEFORE.since(MappingDigest.UNKNOWN).isEmpty()).isTrue();
    assertThat(digest(TEXT.replace("name: member.first", "")).since(BEFORE).isEmpty()).isTrue();
  }

  @Test
  void a_plan_stays_good_where_only_settings_change_that_make_no_plan() {
    var text = text("\nbatch_size: 7\nintercom: { rate: 10/10s, patience: 5m }\n").planDigest();
    assertThat(text)
        .isEqualTo(text("\n# none\n").planDigest())
        .isEqualTo(text("\nnotify: []\nprivacy: mask\nstore: { keep: 3d }\n").planDigest())
        .isEqualTo(text("\nsafeguard: { updates: 80% }\nschedule: \"0 8 * * *\"\n").planDigest())
        .isEqualTo(text("\nintercom:\n  concurrency: 3\n  bulk: true\n").planDigest());
    for (var other :
        new String[] {
          "\nduplicates: report\n",
          "\nlimit: 7\n",
          "\nintercom: { archived: list }\n",
          "\nleavers: archive\n",
          "\nsomething_new: 1\n"
        }) {
      assertThat(text(other).planDigest()).as(other).isNotEqualTo(text);
    }
    assertThat(new SettingsText("a", TEXT.replace("P: President", "P: Head")).planDigest())
        .isNotEqualTo(text);
  }

  private static Iterable<FieldName> changed(String part, String other) {
    assertThat(TEXT).contains(part);
    return digest(TEXT.replace(part, other)).since(BEFORE).changed();
  }

  private static FieldName attribute(String name) {
    return FieldName.attribute(name);
  }

  private static SettingsText text(String more) {
    return new SettingsText("rollcall.yaml", TEXT + more);
  }

  private static MappingDigest digest(String text) {
    return SyncDefinition.read(new SettingsText("rollcall.yaml", text), Profiles.ENVIRONMENT)
        .mappingDigest();
  }
}
