package org.rollcall.plan;

import java.util.List;
import java.util.stream.Collectors;
import org.rollcall.model.Contact;

/// The fields that an earlier run wrote, beside the contact as it is now.
public record WrittenFields(List<Difference> fields, Contact contact) {
  /// What the run wrote and Intercom still has.
  public List<Difference> standing() {
    return fields.stream().filter(each -> now(each).equals(each.after())).toList();
  }

  /// The names of the fields that are neither as the run left them nor as they were before; `""`
  /// for none.
  String changed() {
    return fields.stream()
        .filter(each -> !now(each).equals(each.after()) && !now(each).equals(each.before()))
        .map(each -> each.field().value())
        .collect(Collectors.joining(", "));
  }

  private String now(Difference field) {
    return contact.profile().shown(field.field());
  }
}
