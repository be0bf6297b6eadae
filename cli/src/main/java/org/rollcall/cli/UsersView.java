package org.rollcall.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.rollcall.access.PersonAccount;
import org.rollcall.app.People;

/// The accounts, a line each.
final class UsersView {
  private static final List<String> HEAD =
      List.of("name", "role", "created", "by", "password set", "used last");

  private UsersView() {}

  static Stream<StyledLine> of(People people) {
    var accounts = people.accounts().all();
    return accounts.isEmpty()
        ? Stream.of(
            StyledLine.of("There is no account. 'rollcall user add NAME --role ROLE' makes one."))
        : Columns.of(HEAD, accounts.stream().map(UsersView::cells).toList());
  }

  private static List<String> cells(PersonAccount account) {
    return List.of(
        account.name(),
        account.role().word(),
        seconds(account.created()),
        account.creator(),
        seconds(account.changed()),
        account.used().map(UsersView::seconds).orElse("never"));
  }

  private static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
