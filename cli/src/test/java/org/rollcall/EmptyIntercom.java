package org.rollcall;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.rollcall.model.Rate;
import org.rollcall.sandbox.Behaviour;
import org.rollcall.sandbox.Faults;
import org.rollcall.sandbox.SandboxIntercom;
import org.rollcall.sandbox.SandboxWorkspace;
import org.rollcall.sandbox.StoredContact;
import org.rollcall.sandbox.World;

/// A stand-in Intercom for the packaged program: it holds nobody, and the rate is the program's
/// own.
public final class EmptyIntercom {
  private EmptyIntercom() {}

  /// A workspace without contacts, with the attributes that the built-in settings write.
  public static World world() {
    return World.withAttributes(
        SandboxWorkspace.sandbox("sandbox"),
        List.of("member_type", "region", "facility", "positions"));
  }

  /// How many contacts are not archived.
  public static int active(World world) {
    return (int) world.contacts().stream().filter(StoredContact::isActive).count();
  }

  public static SandboxIntercom of(World world) {
    return new SandboxIntercom(
        world,
        Behaviour.DEFAULT,
        new Rate(100_000, Duration.ofSeconds(10)),
        Faults.none(),
        InstantSource.system());
  }
}
