package org.rollcall.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Contact;
import org.rollcall.model.ContactId;
import org.rollcall.model.FieldName;
import org.rollcall.model.MemberId;
import org.rollcall.model.Privacy;
import org.rollcall.model.Profile;

class NoticeTextTest {
  private final NoticeText text = new NoticeText(Privacy.MASK);

  @Test
  void members_who_are_not_tried_again_are_named() {
    var some = List.of(new MemberId("10001"), new MemberId("10002"));
    var notice = new Notice.KnownEnding(7, some);
    assertThat(text.of(notice))
        .isEqualTo(
            "7 members (10001, 10002 and 5 more) cannot be put right without a person and are not tried again until either side changes or a week has passed. The report says why; sync --resend tries all.");
    assertThat(NoticeText.kind(notice)).isEqualTo("known_ending");
  }

  @Test
  void a_notice_about_thousands_names_ten() {
    var members =
        IntStream.range(0, 20_000).mapToObj(each -> new MemberId("" + (10_000 + each))).toList();
    assertThat(text.of(new Notice.SharedEmail("info@example.org", members)))
        .isEqualTo(
            "20000 members share the e-mail i***@example.org: 10000, 10001, 10002, 10003, 10004, 10005, 10006, 10007, 10008, 10009 and 19,990 more. Each is planned by their own member number.");
    assertThat(
            text.of(
                new Notice.DuplicatesLeft(
                    members.getFirst(),
                    contact(0),
                    IntStream.range(1, 5_000).mapToObj(NoticeTextTest::contact).toList())))
        .hasSizeLessThan(1_000)
        .endsWith(" and 4,989 more.");
  }

  @Test
  void a_column_of_lists_is_told_with_what_to_do() {
    assertThat(text.of(new Notice.Misdeclared("tags", "text", "a list", 2)))
        .isEqualTo(
            "The column tags holds a list and is declared as text, so what is made of it is left alone for 2 members. Give its text in a view, or leave the column out.");
  }

  @Test
  void forty_codes_without_a_name_are_one_sentence_that_changes_with_the_codes_alone() {
    var codes = new TreeMap<String, Integer>();
    IntStream.range(10, 50).forEach(each -> codes.put("C" + each, each));
    var sentence = text.of(new Notice.UnknownCodes("positions", codes));
    assertThat(sentence)
        .isEqualTo(
            "The vocabulary positions has no name for 40 codes, which are written as they are: 'C10', 'C11', 'C12', 'C13', 'C14', 'C15', 'C16', 'C17', 'C18', 'C19' and 30 more. `rollcall doctor` counts them.");
    codes.replaceAll((_, members) -> members + 1);
    assertThat(text.of(new Notice.UnknownCodes("positions", codes))).isEqualTo(sentence);
  }

  @Test
  void one_code_without_a_name_is_told_with_its_members() {
    var codes = new TreeMap<>(Map.of("XQ", 1));
    assertThat(text.of(new Notice.UnknownCodes("positions", codes)))
        .isEqualTo(
            "The vocabulary positions has no name for 'XQ'; it is written as it is in 1 contact.");
  }

  @Test
  void what_is_left_of_a_shared_address_is_told_once() {
    var notice = new Notice.SharedLeft("info@example.org", 12, List.of(contact(1)));
    assertThat(text.of(notice))
        .isEqualTo(
            "No member has 12 contacts with the shared e-mail i***@example.org, left as they are: c1 (no name, , created unknown) and 11 more.");
    assertThat(NoticeText.kind(notice)).isEqualTo("shared_left");
  }

  @Test
  void a_fight_is_told_with_its_values_as_the_privacy_allows() {
    var reset = new Difference(FieldName.PHONE, "+12025550101", "");
    var since = Instant.parse("2026-11-20T23:00:00Z");
    var some = List.of(new MemberId("10001"), new MemberId("10002"));
    var notice = new Notice.Fighting(reset, 12, some, 3, since, true);
    assertThat(text.of(notice))
        .isEqualTo(
            "phone of 12 members (10001, 10002 and 10 more) was written as empty 3 times since 2026-11-20, and is '***01' again each time: somebody else writes it too, or Intercom shows an old value. It is left alone until either side changes or a week has passed. `rollcall history --fights` lists them.");
    assertThat(text.of(new Notice.MoreFights(FieldName.NAME, 7, false)))
        .isEqualTo(
            "name of 7 more members is written again and again too, with other values, and comes back each time. It is written again, since Intercom knows a person by it. `rollcall history --fights` lists them.");
    assertThat(NoticeText.kind(notice)).isEqualTo("fight");
  }

  private static Contact contact(int id) {
    return new Contact(new ContactId("c" + id), Profile.of(Map.of()), 0);
  }
}
