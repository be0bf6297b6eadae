package org.rollcall;

import java.util.Optional;
import org.rollcall.cli.DemoOptions;
import org.rollcall.cli.Operations;

final class DemoStub {
  private DemoStub() {}

  static Operations.Demo start(DemoOptions options) {
    return Optional.<Operations.Demo>empty()
        .orElseThrow(() -> new IllegalStateException("soon " + options));
  }
}
