package org.rollcall.run;

import java.util.List;
import java.util.function.Consumer;
import org.rollcall.model.Account;
import org.rollcall.model.Contact;
import org.rollcall.model.DataAttribute;

/// The workspace as Intercom shows it: read only.
public interface Directory {
  /// Whose token it is and of which workspace.
  ///
  /// @throws RunStopped when Intercom cannot be asked or refuses the token
  Account account() throws InterruptedException;

  /// All contact attributes, archived ones included.
  ///
  /// @throws RunStopped when they cannot be read
  List<DataAttribute> attributes() throws InterruptedException;

  /// Hands every contact that is neither archived nor merged to `each`, once. Progress is told as
  /// [RunEvent.WorkspacePage].
  ///
  /// @throws RunStopped when they cannot all be read
  void contacts(Consumer<Contact> each, Consumer<RunEvent> events) throws InterruptedException;
}
