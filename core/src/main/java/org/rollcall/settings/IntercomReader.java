package org.rollcall.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rollcall.model.Rate;

/// Reads how to call Intercom.
final class IntercomReader {
  /// The defaults for missing keys.
  private static final String USUAL =
      """
      token: ${INTERCOM_ACCESS_TOKEN}
      api_url: ${INTERCOM_API_URL:-}
      """;

  /// Enough to use up the highest limit that Intercom gives an app, 1,667 calls in 10 s, when a
  /// call takes about 90 ms. The rate limit applies regardless of this number.
  private static final int USUAL_CONCURRENCY = 16;

  private static final Pace USUAL_RATE = new Pace.UpTo(new Rate(166, Duration.ofSeconds(10)));
  private static final Pattern VERSION = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})");
  private static final String PREVIEW = "Preview";

  /// The region of a workspace's data.
  enum Region {
    US("https://api.intercom.io"),
    EU("https://api.eu.intercom.io"),
    AU("https://api.au.intercom.io");

    private final String url;

    Region(String url) {
      this.url = url;
    }
  }

  private IntercomReader() {}

  static Intercom read(Section root) {
    var usual = usual(root.self().context());
    var section = root.optional("intercom").map(Field::section).orElse(usual);
    var version = version(section);
    var intercom =
        new Intercom(
            token(either("token", section, usual)),
            url(section, usual),
            version,
            rate(section),
            headroom(section),
            section.wholeNumber("concurrency", USUAL_CONCURRENCY, 1, 100),
            section.word("listing", Intercom.Listing.class, Intercom.Listing.AUTO),
            section.word("archived", Intercom.Archived.class, Intercom.Archived.AUTO),
            bulk(section, version),
            section.optionalText("workspace"),
            section.duration("connect_timeout", Duration.ofSeconds(10)),
            section.duration("request_timeout", Duration.ofSeconds(30)),
            section.duration("patience", Intercom.USUAL_PATIENCE));
    section.close();
    return intercom;
  }

  private static Section usual(Context context) {
    var implied = context.implied(USUAL);
    return new Field(implied, "intercom", Yaml.parse(implied).orElseThrow()).section();
  }

  private static Field either(String key, Section section, Section usual) {
    return section.optional(key).or(() -> usual.optional(key)).orElseThrow();
  }

  /// A missing token is not reported here, because only commands that call Intercom need it.
  private static Token token(Field field) {
    var why = new ArrayList<String>();
    return field
        .text(why::add)
        .filter(text -> !text.isEmpty())
        .map(text -> token(field, text))
        .orElseGet(() -> missing(field, missing(why)));
  }

  private static Token token(Field field, String text) {
    return Keys.INTERCOM
        .fault(text)
        .<Token>map(fault -> missing(field, field.called() + " " + fault))
        .orElseGet(() -> new Token.Given(new Secret(text)));
  }

  private static Token missing(Field field, String why) {
    var problem = Problem.at(field.position(), why);
    field.context().problems().addForIntercom(problem);
    return new Token.Missing(problem);
  }

  private static String missing(List<String> why) {
    return why.isEmpty()
        ? "intercom.token is empty; expected the workspace's access token"
        : why.getFirst();
  }

  private static String url(Section section, Section usual) {
    var plain = section.flag("allow_plain_http");
    var region = section.word("region", Region.class, Region.US);
    var url = either("api_url", section, usual);
    return url.text(_ -> {}).filter(String::isEmpty).isPresent()
        ? region.url
        : Addresses.read(url, plain, "an address such as " + region.url);
  }

  private static String version(Section section) {
    return section
        .optional("version")
        .flatMap(field -> field.as("a version such as 2.16, or Preview", IntercomReader::version))
        .orElse("2.16");
  }

  private static Optional<String> version(String text) {
    return Optional.of(text)
        .filter(version -> version.equals(PREVIEW) || VERSION.matcher(version).matches());
  }

  /// Bulk calls came with version 2.17; requesting them with an older version is a mistake.
  private static boolean bulk(Section section, String version) {
    var asked = section.flag("bulk");
    if (asked && !hasBulk(version)) {
      section
          .optional("bulk")
          .ifPresent(field ->
              field.wrong("true", "false, or a version that has bulk calls: 2.17 or Preview"));
    }
    return asked;
  }

  private static boolean hasBulk(String version) {
    var numbers = VERSION.matcher(version);
    return !numbers.matches()
        || Integer.parseInt(numbers.group(1)) > 2
        || (Integer.parseInt(numbers.group(1)) == 2 && Integer.parseInt(numbers.group(2)) >= 17);
  }

  private static double headroom(Section section) {
    return section
        .optional("headroom")
        .flatMap(field ->
            field.as(
                "a share such as 5% or 0.05, below 100%",
                text -> Forms.share(text).filter(share -> share < 1)))
        .orElse(0.0);
  }

  private static Pace rate(Section section) {
    return section
        .optional("rate")
        .flatMap(field -> field.as("calls in a window, such as 166/10s, or auto", Forms::rate))
        .orElse(USUAL_RATE);
  }
}
