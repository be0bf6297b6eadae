package org.rollcall.intercom;

import java.util.Optional;
import org.rollcall.survey.AttributeMaker;
import org.rollcall.survey.Repair;

/// Creates contact attributes by `POST /data_attributes`, which needs the permission “Write data
/// attributes”. It never retries, because a person is waiting.
public final class HttpAttributes implements AttributeMaker {
  private final Wire wire;

  public HttpAttributes(Wire wire) {
    this.wire = wire;
  }

  @Override
  public Optional<String> make(Repair repair) throws InterruptedException {
    var body =
        Json.object()
            .put("name", repair.name())
            .put("model", "contact")
            .put("data_type", repair.type());
    return wire.exchange(Call.post("/data_attributes", Json.write(body)), HttpAttributes::refusal);
  }

  private static Optional<String> refusal(WireAnswer answer) {
    return switch (answer) {
      case WireAnswer.Whole whole -> refusal(ReceivedAnswer.of(whole));
      case WireAnswer.NeverSent(var why) ->
          Optional.of("Intercom could not be reached: %s.".formatted(why));
      case WireAnswer.DeadEnd(var sentences) -> Optional.of(sentences);
      case WireAnswer.CutOff(var why) ->
          Optional.of(
              "Intercom's answer was lost: %s; it may have been made all the same.".formatted(why));
    };
  }

  private static Optional<String> refusal(ReceivedAnswer received) {
    if (received.isSuccess()) {
      return Optional.empty();
    }
    var error = ErrorBody.in(received);
    var said = error.text().endsWith(".") ? error.text() : error.text() + ".";
    return Optional.of(
        error.legible() && (received.status() == 401 || received.status() == 403)
            ? said + " The token needs the permission “Write data attributes”."
            : said);
  }
}
