package org.rollcall.app;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rollcall.store.LeaseRow;

/// Who this program is among others, for the lease on a workspace. For many threads.
///
/// That a holder has died is concluded only where it is certain: on the same boot of the same
/// machine, in the same numbering of processes. Otherwise its lease has to run out.
public final class LeaseHolder {
  /// The runs of this process, whoever started them.
  private static final Set<String> RUNS = ConcurrentHashMap.newKeySet();

  private final ProcFolder processes;
  private final Optional<ProcessIdentity> self;

  public LeaseHolder() {
    this(ProcFolder.OF_MACHINE);
  }

  LeaseHolder(ProcFolder processes) {
    this.processes = processes;
    this.self = processes.self();
  }

  /// Notes that a run of this process goes on.
  void begin(String run) {
    RUNS.add(run);
  }

  /// Notes that it is over.
  void end(String run) {
    RUNS.remove(run);
  }

  /// `example.org, process 7`: for the person who meets it.
  String name() {
    return ProcFolder.host() + ", process " + ProcessHandle.current().pid();
  }

  /// This process for others on the machine; empty where not enough is known of it.
  String process() {
    return self.map(ProcessIdentity::text).orElse("");
  }

  /// Whether the holder is known to have ended: its process is gone, or its number belongs to
  /// another one by now, as in a container that was started again.
  boolean isDead(LeaseRow held) {
    return beside(held).filter(other -> isGone(other, held.run())).isPresent();
  }

  /// How long ago the lease was renewed, by the clock that this machine has counted by since it was
  /// started: nobody can set it. Empty for holders of other machines, or of earlier boots.
  ///
  /// @param uptime how long this machine has been up
  Optional<Duration> age(LeaseRow held, Optional<Duration> uptime) {
    return beside(held)
        .flatMap(_ -> held.uptime())
        .flatMap(then -> uptime.map(now -> now.minus(then)))
        .filter(age -> !age.isNegative());
  }

  /// The holder's process, if it stands in the same list of processes as this one.
  private Optional<ProcessIdentity> beside(LeaseRow held) {
    return ProcessIdentity.parsed(held.process())
        .filter(other -> self.filter(other::isBeside).isPresent());
  }

  private boolean isGone(ProcessIdentity other, String run) {
    if (self.filter(other::equals).isPresent()) {
      return !RUNS.contains(run);
    }
    return switch (processes.process(other.pid())) {
      case ProcFolder.Started(var at) -> !at.equals(other.started());
      case ProcFolder.Absent() -> self.filter(other::isOfSameUser).isPresent();
      case ProcFolder.Hidden() -> false;
    };
  }
}
