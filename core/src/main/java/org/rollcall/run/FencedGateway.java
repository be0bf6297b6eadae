package org.rollcall.run;

import java.util.function.BooleanSupplier;
import org.rollcall.apply.Answer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Request;
import org.rollcall.apply.Unsent;

/// Lets a write pass only while this run alone has the right to write. It stands directly before
/// Intercom, behind everything that waits, so that no time passes between the check and the call.
/// Reading harms nobody and always passes.
public final class FencedGateway implements Gateway {
  private final Gateway gateway;
  private final BooleanSupplier mayWrite;

  /// @param mayWrite asked before each write, by many threads
  public FencedGateway(Gateway gateway, BooleanSupplier mayWrite) {
    this.gateway = gateway;
    this.mayWrite = mayWrite;
  }

  /// @throws Unsent when the right is gone
  @Override
  public Answer send(Request request) throws InterruptedException {
    if (request.writes() && !mayWrite.getAsBoolean()) {
      throw new Unsent("Another run may be writing to this workspace.");
    }
    return gateway.send(request);
  }
}
