package org.rollcall.doctor;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.rollcall.survey.Reach;

/// Checks whether this machine reaches any server at all. Where it reaches none of several, its own
/// network is at fault, and not each of them.
public record NetworkCheck(List<ReachCheck> ways) implements Check {
  public NetworkCheck {
    ways = List.copyOf(ways);
  }

  @Override
  public String subject() {
    return "Network";
  }

  /// Finds nothing where a server was reached, or where there are too few to tell.
  @Override
  public List<Finding> look() throws InterruptedException {
    var far = ways.stream().filter(way -> !way.isLoopback()).toList();
    var hosts = far.stream().map(ReachCheck::address).map(URI::getHost).distinct().count();
    return hosts > 1 && isCutOff(far) ? List.of(cutOff(far)) : List.of();
  }

  private static boolean isCutOff(List<ReachCheck> ways) throws InterruptedException {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var visits = new ArrayList<Callable<Boolean>>();
      ways.forEach(way -> visits.add(() -> isNobody(way.visitor().visit(way.address()))));
      for (var visit : executor.invokeAll(visits)) {
        if (!visit.get()) {
          return false;
        }
      }
      return true;
    } catch (ExecutionException _) {
      return false; // the way's own check says what broke
    }
  }

  private static boolean isNobody(Reach reach) {
    return switch (reach) {
      case Reach.NoSuchName _, Reach.NoConnection _ -> true;
      case Reach.Answered _, Reach.Refused _, Reach.NoTls _, Reach.Untrusted _, Reach.NoAnswer _ ->
          false;
    };
  }

  private Finding cutOff(List<ReachCheck> far) {
    return new Finding.Wrong(
        subject(),
        "This machine reaches none of these servers: %s."
            .formatted(String.join(", ", far.stream().map(ReachCheck::place).toList())),
        "Check whether it has a network and a DNS server, and whether a firewall lets it out.");
  }
}
