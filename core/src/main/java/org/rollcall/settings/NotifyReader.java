package org.rollcall.settings;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rollcall.settings.Notify.Occasion;
import org.rollcall.settings.Notify.Tls;

/// Reads who is told how a run ended.
final class NotifyReader {
  private static final String EXPECTED = "one of slack, webhook, email or heartbeat to an item";
  private static final Set<Occasion> USUAL =
      Collections.unmodifiableSet(EnumSet.of(Occasion.FAILED, Occasion.PARTIAL, Occasion.REFUSED));

  private NotifyReader() {}

  static List<Notify> read(Section root) {
    return root.optional("notify").filter(field -> !field.isNull()).map(Field::list).stream()
        .flatMap(List::stream)
        .flatMap(item -> one(item).stream())
        .toList();
  }

  /// Where the page of a run can be seen; empty where nobody says so.
  static Optional<ReportUrl> reportUrl(Section root) {
    return root.optional("report_url")
        .flatMap(field ->
            field.as(
                "an address such as https://reports.example.org/{sync}/{run}.html",
                ReportUrl::parse));
  }

  private static Optional<Notify> one(Field item) {
    var section = item.section();
    var found =
        Stream.of(
                section.optional("slack").map(Field::section).map(NotifyReader::slack),
                section.optional("webhook").map(Field::section).map(NotifyReader::webhook),
                section.optional("email").map(Field::section).map(NotifyReader::email),
                section.optional("heartbeat").map(Field::section).map(NotifyReader::heartbeat))
            .flatMap(Optional::stream)
            .toList();
    section.close();
    if (item.isSection() && found.size() != 1) {
      item.wrong(found.isEmpty() ? "of no kind" : "of several kinds", EXPECTED);
    }
    return found.stream().findFirst();
  }

  private static Notify slack(Section section) {
    var slack = new Notify.Slack(url(section), when(section));
    section.close();
    return slack;
  }

  private static Notify webhook(Section section) {
    var secret = new Secret(section.text("secret", "a secret that the receiver knows too"));
    var webhook = new Notify.Webhook(url(section), secret, when(section));
    section.close();
    return webhook;
  }

  private static Notify heartbeat(Section section) {
    var heartbeat =
        new Notify.Heartbeat(
            url(section), suffix(section, "start", "/start"), suffix(section, "fail", "/fail"));
    section.close();
    return heartbeat;
  }

  /// The suffix; empty if the key is there without a value.
  private static Optional<String> suffix(Section section, String key, String usual) {
    return section
        .optional(key)
        .map(field ->
            field.as(
                "the end of a path such as " + usual,
                text -> Optional.of(text).filter(end -> end.matches("/[\\w./-]*"))))
        .orElse(Optional.of(usual));
  }

  private static Secret url(Section section) {
    var plain = section.flag("allow_plain_http");
    var expected = "an address such as https://hooks.example.org/…";
    return new Secret(
        section
            .required("url", expected)
            .map(field -> Addresses.exact(field, plain, expected))
            .orElse(""));
  }

  private static Notify email(Section section) {
    var host = section.text("host", "the mail server's name");
    var tls = section.word("tls", Tls.class, Tls.STARTTLS);
    var user = section.optionalText("user");
    var password = section.optionalText("password").map(Secret::new);
    if (user.isPresent() != password.isPresent()) {
      section.self().report("notify.email has a user or a password; expected both or neither");
    }
    if (password.isPresent() && tls == Tls.NONE && !Addresses.isLoopback(host)) {
      section
          .self()
          .report(
              "notify.email.tls is none, which shows the password to everyone on the way; expected starttls or implicit");
    }
    var email =
        new Notify.Email(
            host,
            section.wholeNumber("port", port(tls), 1, 65_535),
            tls,
            user,
            password,
            section.required("from", "an e-mail address").flatMap(NotifyReader::address).orElse(""),
            recipients(section),
            when(section));
    section.close();
    return email;
  }

  private static List<String> recipients(Section section) {
    var field = section.required("to", "e-mail addresses");
    field
        .filter(each -> each.list().isEmpty())
        .ifPresent(each -> each.wrong("empty", "at least one e-mail address"));
    return field.map(Field::list).stream()
        .flatMap(List::stream)
        .flatMap(each -> address(each).stream())
        .toList();
  }

  private static int port(Tls tls) {
    return switch (tls) {
      case STARTTLS -> 587;
      case IMPLICIT -> 465;
      case NONE -> 25;
    };
  }

  private static Optional<String> address(Field field) {
    var expected = "an e-mail address such as night@example.org";
    var address = field.text();
    var right = address.filter(text -> text.matches("[^\\s@<>,;]+@[^\\s@<>,;]+"));
    if (address.isPresent() && right.isEmpty()) {
      field.wrong("no e-mail address", expected);
    }
    return right;
  }

  private static Set<Occasion> when(Section section) {
    return section
        .optional("when")
        .map(NotifyReader::occasions)
        .filter(occasions -> !occasions.isEmpty())
        .orElse(USUAL);
  }

  private static Set<Occasion> occasions(Field field) {
    if (field.list().isEmpty()) {
      field.wrong("empty", "at least one of " + Forms.choice(Forms.words(Occasion.class).keySet()));
    }
    var occasions = EnumSet.noneOf(Occasion.class);
    field.list().forEach(each -> each.word(Occasion.class).ifPresent(occasions::add));
    return Collections.unmodifiableSet(occasions);
  }
}
