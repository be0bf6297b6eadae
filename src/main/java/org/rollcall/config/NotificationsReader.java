package org.rollcall.config;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rollcall.config.Notification.To;
import org.rollcall.config.Notification.When;

/// Reads who is told of runs.
final class NotificationsReader {
  private static final String EXPECTED = "an address such as https://hooks.example.org/T0/B0";
  private static final Set<When> USUAL = EnumSet.of(When.FAILED, When.PARTIAL, When.REFUSED);

  private NotificationsReader() {}

  static Notifications read(Section root) {
    return new Notifications(
        root.optional("notify")
            .map(field -> field.list().stream().flatMap(each -> one(each).stream()).toList())
            .orElse(List.of()),
        root.optional("heartbeat").flatMap(field -> address(field.section())));
  }

  private static Optional<Notification> one(Field field) {
    var section = field.section();
    var slack =
        section.optional("slack").flatMap(each -> address(each.section()).map(To.Slack::new));
    var webhook = section.optional("webhook").flatMap(each -> webhook(each.section()));
    var when = section.optional("when").map(NotificationsReader::when).orElse(USUAL);
    section.close();
    if (section.optional("slack").isPresent() == section.optional("webhook").isPresent()) {
      field.report("notify names neither or both; expected exactly one of slack and webhook");
      return Optional.empty();
    }
    return slack.<To>map(to -> to).or(() -> webhook).map(to -> new Notification(to, when));
  }

  private static Optional<Secret> address(Section section) {
    var url =
        section
            .required("url", EXPECTED)
            .map(field -> Addresses.read(field, false, EXPECTED))
            .filter(text -> !text.isEmpty())
            .map(Secret::new);
    section.close();
    return url;
  }

  private static Optional<To> webhook(Section section) {
    var secret = section.optionalText("secret").map(Secret::new);
    return address(section).map(url -> new To.Webhook(url, secret));
  }

  private static Set<When> when(Field field) {
    var when = EnumSet.noneOf(When.class);
    field.list().forEach(each -> each.word(When.class).ifPresent(when::add));
    return when;
  }
}
