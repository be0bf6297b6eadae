package org.rollcall.notify;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;

/// Sends an e-mail by SMTP.
public final class Email implements Notifier {
  private final MailServer server;
  private final String from;
  private final List<String> to;
  private final InstantSource clock;

  /// @param to at least one address
  public Email(MailServer server, String from, List<String> to, InstantSource clock) {
    this.server = server;
    this.from = from;
    this.to = List.copyOf(to);
    this.clock = clock;
  }

  @Override
  public String name() {
    return "e-mail by " + server.host();
  }

  @Override
  public void send(Message message) throws Undelivered {
    var session = Session.getInstance(server.properties());
    try (var transport = session.getTransport("smtp")) {
      var mail = mail(session, message);
      transport.connect(server.user().orElse(null), server.password().orElse(null));
      transport.sendMessage(mail, mail.getAllRecipients());
    } catch (MessagingException trouble) {
      throw new Undelivered(words(trouble));
    }
  }

  private MimeMessage mail(Session session, Message message) throws MessagingException {
    var mail = new MimeMessage(session);
    mail.setFrom(new InternetAddress(from));
    for (var each : to) {
      mail.addRecipient(MimeMessage.RecipientType.TO, new InternetAddress(each));
    }
    mail.setSubject(message.title(), StandardCharsets.UTF_8.name());
    mail.setText(String.join("\n", message.lines()) + "\n", StandardCharsets.UTF_8.name());
    mail.setSentDate(Date.from(clock.instant()));
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.saveChanges();
    return mail;
  }

  /// A server's message may quote an address or a password, so only the kind of failure is passed
  /// on.
  private static String words(MessagingException trouble) {
    return switch (trouble) {
      case AuthenticationFailedException _ -> "the server refuses the user or the password";
      case SendFailedException _ -> "the server refuses the sender, a recipient or the text";
      default -> "the server cannot be reached, breaks off, or does not offer what `tls` asks for";
    };
  }
}
