package org.rollcall.run;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rollcall.model.Contact;
import org.rollcall.model.DataAttribute;
import org.rollcall.model.HiddenContact;
import org.rollcall.model.MemberId;
import org.rollcall.model.Workspace;

/// The workspace as Intercom shows it: read only.
public interface Directory {
  /// Whose token it is and of which workspace.
  ///
  /// @throws RunStopped when Intercom cannot be asked or refuses the token
  Workspace workspace() throws InterruptedException;

  /// All contact attributes, archived ones included.
  ///
  /// @throws RunStopped when they cannot be read
  List<DataAttribute> attributes() throws InterruptedException;

  /// Hands every contact that is neither archived nor merged to a receiver, once, by one thread at
  /// a time. Progress is told as [RunEvent.WorkspacePage].
  ///
  /// @param begin gives the receiver; asked again when the reading begins anew, and what an earlier
  ///   receiver got counts no more
  /// @throws RunStopped when they cannot all be read
  void contacts(Supplier<Consumer<Contact>> begin, Consumer<RunEvent> events)
      throws InterruptedException;

  /// The contacts that carry the number of one of `members` and are not active, as far as Intercom
  /// shows them; none where it does not, or nobody needs them.
  ///
  /// @throws RunStopped when they must be read and cannot be
  default List<HiddenContact> hidden(Set<MemberId> members, Consumer<RunEvent> events)
      throws InterruptedException {
    return List.of();
  }
}
