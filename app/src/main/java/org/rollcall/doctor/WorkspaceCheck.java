package org.rollcall.doctor;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.rollcall.apply.Answer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Quota;
import org.rollcall.apply.Reply;
import org.rollcall.apply.ReplyWords;
import org.rollcall.apply.Request;
import org.rollcall.model.Workspace;
import org.rollcall.run.WorkspaceRule;

/// Checks whether the token opens the right workspace, in which region, and at which rate.
///
/// @param gateway the Intercom of the settings
/// @param regions the Intercom of every region with the same token, by its name in capitals; called
///   only where the token is refused
/// @param address the address of Intercom in the settings
/// @param rule which workspace may be written
/// @param rate the rate that the settings ask for, as a person writes it
public record WorkspaceCheck(
    Gateway gateway,
    SequencedMap<String, Gateway> regions,
    URI address,
    WorkspaceRule rule,
    String rate)
    implements Check {
  private static final Map<String, String> HOSTS =
      Map.of(
          "api.intercom.io", "US",
          "api.us.intercom.io", "US",
          "api.eu.intercom.io", "EU",
          "api.au.intercom.io", "AU");

  @Override
  public String subject() {
    return "Intercom token";
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    var answer = gateway.send(new Request.Identify());
    return switch (answer.reply()) {
      case Reply.Identity(var account) -> opened(account, answer);
      case Reply.Denied(var blame, var text) when blame == Reply.Denied.Blame.ADDRESS ->
          List.of(error("Intercom could not be asked: " + text, ""));
      case Reply.Denied(_, var text) -> List.of(denied(text));
      case Reply.Transient passing ->
          List.of(
              error(
                  "Intercom could not be asked: " + passing.text(), "Check the connection to it."));
      case Reply.Settled other ->
          List.of(
              error(
                  "The server there is not Intercom. It answered with %s."
                      .formatted(ReplyWords.of(other)),
                  "Check intercom.region and INTERCOM_API_URL."));
    };
  }

  private List<Finding> opened(Workspace account, Answer answer) {
    var findings = new ArrayList<Finding>();
    findings.add(new Finding.Good(subject(), "Opens %s.".formatted(account)));
    findings.add(workspace(account));
    findings.add(region(account));
    findings.add(rate(answer.quota()));
    return findings;
  }

  private Finding workspace(Workspace account) {
    var objection = rule.objection(account);
    if (objection.isPresent()) {
      return new Finding.Wrong("Workspace", objection.get(), "");
    }
    return rule.only().isPresent()
        ? new Finding.Good("Workspace", "The one that the settings allow.")
        : new Finding.Warning(
            "Workspace",
            "The settings do not say which workspace may be written, so a token of another one is noticed only after a first run.",
            "Set intercom.workspace to %s in the settings.".formatted(account.id()));
  }

  private Finding region(Workspace account) {
    var here = HOSTS.getOrDefault(String.valueOf(address.getHost()), "");
    if (here.isEmpty() || account.region().isEmpty() || here.equals(account.region())) {
      return new Finding.Good(
          "Region",
          account.region().isEmpty() ? "Intercom does not name it." : account.region() + ".");
    }
    return new Finding.Wrong(
        "Region",
        "The workspace's data is kept in %s, but the settings call Intercom in %s."
            .formatted(account.region(), here),
        set(account.region()));
  }

  private Finding rate(Optional<Quota> quota) {
    return quota
        .<Finding>map(each ->
            new Finding.Good(
                "Rate limit",
                "Intercom allows %,d calls a window, %,d are left in this one; the settings ask for %s."
                    .formatted(each.limit(), each.remaining(), rate)))
        .orElseGet(() ->
            new Finding.Warning(
                "Rate limit",
                "Intercom's answer did not name it.",
                "With rate: auto the run begins slowly; a fixed rate such as 166/10s does not need it."));
  }

  /// A token that is refused here may be good elsewhere.
  private Finding denied(String text) throws InterruptedException {
    for (var region : regions.entrySet()) {
      if (region.getValue().send(new Request.Identify()).reply() instanceof Reply.Identity) {
        return error(
            "The token is refused here (%s), but opens a workspace in %s."
                .formatted(Sentence.part(text), region.getKey()),
            set(region.getKey()));
      }
    }
    return error(
        "Intercom refuses the token: %s.".formatted(Sentence.part(text)),
        "Copy it anew from Developer Hub › Your app › Authentication into INTERCOM_ACCESS_TOKEN; it needs the permission “Read admins”.");
  }

  private static String set(String region) {
    return "Set intercom.region to %s.".formatted(region.toLowerCase(java.util.Locale.ROOT));
  }

  private Finding error(String found, String advice) {
    return new Finding.Wrong(subject(), found, advice);
  }
}
