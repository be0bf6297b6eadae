package org.rollcall.cli;

import org.rollcall.app.Version;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints.
final class VersionLine implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"rollcall " + Version.number()};
  }
}
