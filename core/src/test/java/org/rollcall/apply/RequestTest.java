package org.rollcall.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.support.People.contactId;
import static org.rollcall.support.People.put;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.FieldName;
import org.rollcall.model.Wish;

class RequestTest {
  private static final TreeMap<FieldName, Wish> FIELDS =
      new TreeMap<>(Map.of(FieldName.NAME, put("Ann"), FieldName.PHONE, put("+12025550123")));

  @Test
  void what_changes_the_workspace_is_a_write_and_nothing_else_is() {
    var id = contactId("a");
    assertThat(
            Stream.of(
                new Request.Create(FIELDS),
                new Request.Update(id, FIELDS),
                new Request.Archive(id),
                new Request.Unarchive(id),
                new Request.Block(id),
                new Request.Unblock(id),
                new Request.Merge(id, id),
                new Request.CreateMany(List.of(FIELDS), Optional.empty()),
                new Request.UpdateMany(List.of(), Optional.empty())))
        .allMatch(Request::writes);
    assertThat(
            Stream.of(
                new Request.Inspect(id),
                new Request.FindByEmail("ann@example.org"),
                new Request.FindByExternalId("101"),
                new Request.ListContacts(Optional.empty()),
                new Request.ListAttributes(),
                new Request.Identify(),
                new Request.InspectJob("1")))
        .noneMatch(Request::writes);
  }

  @Test
  void a_write_without_a_field_sends_the_others() {
    var rest = new TreeMap<>(Map.of(FieldName.NAME, put("Ann")));
    assertThat(new Request.Create(FIELDS).without(FieldName.PHONE))
        .isEqualTo(new Request.Create(rest));
    assertThat(new Request.Update(contactId("a"), FIELDS).without(FieldName.PHONE))
        .isEqualTo(new Request.Update(contactId("a"), rest));
    var archive = new Request.Archive(contactId("a"));
    assertThat(archive.without(FieldName.PHONE)).isEqualTo(archive);
  }
}
