package org.rollcall.cli;

import java.time.Instant;
import org.rollcall.access.PersonAccount;
import org.rollcall.app.People;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The accounts, for programs, without anything of their passwords. Names here never change their
/// meaning.
final class UsersJson {
  private UsersJson() {}

  static ObjectNode of(People people) {
    var root = JsonNodeFactory.instance.objectNode();
    var list = root.putArray("users");
    people.accounts().all().forEach(each -> put(each, list.addObject()));
    return root;
  }

  private static void put(PersonAccount account, ObjectNode node) {
    node.put("name", account.name())
        .put("role", account.role().word())
        .put("created", account.created().toString())
        .put("creator", account.creator())
        .put("password_set", account.changed().toString())
        .put("used", account.used().map(Instant::toString).orElse(null));
  }
}
