package org.rollcall.listing;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rollcall.apply.Gateway;
import org.rollcall.apply.Reply;
import org.rollcall.apply.Request;
import org.rollcall.apply.Waiter;
import org.rollcall.model.Contact;
import org.rollcall.model.DataAttribute;
import org.rollcall.model.HiddenContact;
import org.rollcall.model.MemberId;
import org.rollcall.model.Workspace;
import org.rollcall.run.Directory;
import org.rollcall.run.RunEvent;

/// The workspace as the [Gateway] shows it. Whatever keeps it from being read whole stops the run:
/// a contact that is overlooked would be made a second time.
public final class GatewayDirectory implements Directory {
  private final Gateway gateway;
  private final Listing listing;
  private final Patience patience;

  /// Reads the contacts one page after the other.
  ///
  /// @param gateway retries by itself what is worth it
  public GatewayDirectory(Gateway gateway) {
    this(gateway, Listing.CHAIN);
  }

  /// Waits for no page that the gateway does not get.
  ///
  /// @param gateway retries by itself what is worth it
  /// @param listing how to read the contacts
  public GatewayDirectory(Gateway gateway, Listing listing) {
    this(gateway, listing, Patience.NONE);
  }

  /// @param gateway retries by itself what is worth it
  /// @param listing how to read the contacts, and how long to wait for a page
  /// @param waiter lets time pass
  public GatewayDirectory(Gateway gateway, Listing listing, Waiter waiter) {
    this(gateway, listing, new Patience(listing.patience(), waiter));
  }

  private GatewayDirectory(Gateway gateway, Listing listing, Patience patience) {
    this.gateway = gateway;
    this.listing = listing;
    this.patience = patience;
  }

  @Override
  public Workspace workspace() throws InterruptedException {
    var reply = gateway.send(new Request.Identify()).reply();
    if (reply instanceof Reply.Identity(var account)) {
      return account;
    }
    throw Unreadable.because(reply, "whose token it is", "Read admins");
  }

  @Override
  public List<DataAttribute> attributes() throws InterruptedException {
    var reply = gateway.send(new Request.ListAttributes()).reply();
    if (reply instanceof Reply.Attributes(var attributes)) {
      return attributes;
    }
    throw Unreadable.because(reply, "the contact attributes", "Read people data");
  }

  @Override
  public List<HiddenContact> hidden(Set<MemberId> members, Consumer<RunEvent> events)
      throws InterruptedException {
    var hidden = new HiddenDirectory(gateway, patience, events);
    return switch (listing.hidden()) {
      case AUTO -> hidden.ifListed(members);
      case LIST -> hidden.listed(members);
      case DISCOVER -> List.of();
    };
  }

  @Override
  public void contacts(Supplier<Consumer<Contact>> begin, Consumer<RunEvent> events)
      throws InterruptedException {
    var pages = new ContactPages(gateway, patience, events);
    var first = pages.first();
    if (listing.isInParts(first)) {
      var parts = new Parts(gateway, pages, listing.atOnce(), first, begin.get(), events);
      switch (parts.all()) {
        case Parts.Proven() -> {
          return;
        }
        case Parts.Doubtful(var why) -> events.accept(new RunEvent.ListedAnew(why));
      }
      first = pages.first();
    }
    new Walk(pages, begin.get(), events).all(first);
  }
}
