package org.rollcall.run;

import java.util.function.BooleanSupplier;
import org.rollcall.apply.Answer;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Request;

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

  /// @throws InterruptedException also when the right is gone: the write was not sent
  @Override
  public Answer send(Request request) throws InterruptedException {
    if (request.writes() && !mayWrite.getAsBoolean()) {
      throw new InterruptedException("Another run may be writing to this workspace.");
    }
    return gateway.send(request);
  }
}
