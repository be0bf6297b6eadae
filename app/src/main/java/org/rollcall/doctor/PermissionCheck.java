package org.rollcall.doctor;

import java.util.List;
import java.util.Optional;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.ReplyWords;
import org.rollcall.apply.Request;

/// Checks whether the token may list contacts. Only a write could show whether it may write.
public record PermissionCheck(Gateway gateway) implements Check {
  @Override
  public String subject() {
    return "Contacts";
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    return List.of(
        switch (gateway.send(new Request.ListContacts(Optional.empty())).reply()) {
          case Reply.Page page ->
              new Finding.Good(
                  subject(),
                  page.total() < 0
                      ? "They can be read."
                      : "%,d, and they can be read.".formatted(page.total()));
          case Reply.Denied(var blame, var text) when blame == Reply.Denied.Blame.ADDRESS ->
              new Finding.Wrong(subject(), text, "");
          case Reply.Denied(_, var text) ->
              new Finding.Wrong(
                  subject(),
                  "The token may not read them: %s.".formatted(Sentence.part(text)),
                  "Give it the permission “Read and list users and companies”, and “Write users and companies” for the sync.");
          case Reply.Transient passing ->
              new Finding.Wrong(subject(), passing.text(), "Check the connection to Intercom.");
          case Reply.Settled other ->
              new Finding.Wrong(
                  subject(),
                  "Intercom did not list them. It answered with %s."
                      .formatted(ReplyWords.of(other)),
                  "Check intercom.version and INTERCOM_API_URL.");
        });
  }
}
