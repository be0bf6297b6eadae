package org.rollcall.doctor;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.rollcall.survey.Reach;
import org.rollcall.survey.Visitor;

/// Checks whether a server can be reached, has a trusted certificate, and has the same time.
///
/// @param server its name in sentences, such as `Intercom`
/// @param setting where its address is set
public record ReachCheck(String server, String setting, URI address, Visitor visitor)
    implements Check {
  private static final Duration TOLERANCE = Duration.ofSeconds(30);

  @Override
  public String subject() {
    return "Way to " + server;
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    return switch (visitor.visit(address)) {
      case Reach.Answered(var ahead, var encrypted) ->
          List.of(reached(encrypted), clock(ahead.orElse(Duration.ZERO)));
      case Reach.Refused(var why) ->
          error("%s does not let this user in: " + why.replace("%", "%%") + ".", "Check %s.");
      case Reach.NoTls() ->
          error(
              "%s offers no TLS, but the settings ask for an encrypted connection.",
              "Turn TLS on there, or check sslmode in %s.");
      case Reach.NoSuchName() ->
          error(
              "No DNS server knows the name %s.",
              "Check %s for a misspelling, and whether this machine has a network.");
      case Reach.NoConnection() ->
          error(
              "Nobody listens at %s, or not within 10 seconds.",
              "Check %s, and that a firewall lets this machine out.");
      case Reach.Untrusted() ->
          error(
              "%s shows a certificate that is not trusted.",
              "Check %s; where a proxy opens TLS on the way, add its certificate to Java's trust store.");
      case Reach.NoAnswer() ->
          error("%s took the connection and gave no answer.", "Check %s, and try again later.");
    };
  }

  private Finding reached(boolean encrypted) {
    if (encrypted) {
      return new Finding.Good(subject(), "%s answers over TLS.".formatted(place()));
    }
    var clear = "%s answers in the clear.".formatted(place());
    return isLoopback()
        ? new Finding.Good(subject(), clear)
        : new Finding.Warning(
            subject(),
            clear,
            "Others on the network can read along: use TLS; for PostgreSQL add sslmode=require to %s."
                .formatted(setting));
  }

  /// Whether the server is this machine.
  boolean isLoopback() {
    return Set.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost());
  }

  private Finding clock(Duration ahead) {
    var subject = "Clock against " + server;
    return ahead.abs().compareTo(TOLERANCE) <= 0
        ? new Finding.Good(subject, "Within %d seconds.".formatted(TOLERANCE.toSeconds()))
        : new Finding.Warning(
            subject,
            "This machine's clock is %d seconds %s that of %s."
                .formatted(
                    ahead.abs().toSeconds(), ahead.isPositive() ? "ahead of" : "behind", server),
            "Set the clock by NTP: runs begin, and rows count as current, by this machine's time.");
  }

  private List<Finding> error(String found, String advice) {
    return List.of(
        new Finding.Wrong(subject(), found.formatted(place()), advice.formatted(setting)));
  }

  /// Where the server is, in a sentence.
  String place() {
    return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
  }
}
