package org.rollcall.sandbox;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.rollcall.model.Rate;

/// A request with a valid token that counts against the rate limit.
record MeteredExchange(Exchange exchange, Rate rate, RateMeter.Reading reading) {
  private static final String NONSENSE = "{\"weather\":[{\"sky\":\"overcast\"}]}";

  /// The answer when the window is full.
  WireResult rateLimited() {
    return answered(exchange.refused(ErrorAnswers.rateLimited(rate)));
  }

  /// The answer, or the fault that takes its place.
  WireResult carryOut(Optional<Fault> fault) {
    return fault.map(this::goWrong).orElseGet(() -> answered(exchange.perform()));
  }

  private WireResult goWrong(Fault fault) {
    return switch (fault) {
      case RATE_LIMITED -> usedUp().rateLimited();
      case SERVER_ERROR -> refused(500, "server_error", "Server Error");
      case BAD_GATEWAY -> new WireResult.Answered(ErrorAnswers.badGateway());
      case UNAVAILABLE -> refused(503, "service_unavailable", "Service Unavailable");
      case RESET_BEFORE -> new WireResult.Reset();
      case RESET_AFTER -> performThen(new WireResult.Reset());
      case HANG -> new WireResult.Hung();
      case HANG_AFTER -> performThen(new WireResult.Hung());
      case TRUNCATED -> garbled(body -> body.substring(0, body.length() / 2));
      case OTHER_SHAPE -> garbled(_ -> NONSENSE);
      case LARGE_PAGE -> page(ContactPage::tooLarge);
      case EMPTY_ENTRY -> page(ContactPage::withEmptyEntry);
      case LOST_ENTRY -> page(ContactPage::withLostEntry);
      case UNAUTHORIZED -> new WireResult.Answered(exchange.unauthorized());
      case FORBIDDEN -> refused(403, "forbidden", "The token lacks a permission");
      case FIREWALL -> new WireResult.Answered(ErrorAnswers.firewall());
    };
  }

  private WireResult refused(int status, String code, String message) {
    return answered(exchange.refused(Refusal.of(status, code, message)));
  }

  private WireResult performThen(WireResult result) {
    exchange.perform();
    return result;
  }

  private WireResult garbled(UnaryOperator<String> garble) {
    var response = exchange.perform();
    return answered(response.withBody(garble.apply(response.body())));
  }

  private WireResult page(Function<ContactPage, WireResponse> spoil) {
    var response = exchange.perform();
    var page = ContactPage.in(exchange.call(), response);
    return answered(page.map(spoil).orElse(response));
  }

  private MeteredExchange usedUp() {
    var full = new RateMeter.Reading(false, reading.limit(), 0, reading.reset());
    return new MeteredExchange(exchange, rate, full);
  }

  private WireResult answered(WireResponse response) {
    return new WireResult.Answered(
        response
            .with("X-RateLimit-Limit", Integer.toString(reading.limit()))
            .with("X-RateLimit-Remaining", Integer.toString(reading.remaining()))
            .with("X-RateLimit-Reset", Long.toString(reading.reset())));
  }
}
