package org.rollcall.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollcall.notify.MailServer.Security;
import org.rollcall.run.Report.Status;

/// E-mail over a real SMTP server.
class EmailTest {
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.start();
    server.setUser("night@example.org", "night", "hush");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void every_recipient_gets_the_message() throws Exception {
    email("hush", Security.NONE).send(Messages.of(Status.PARTIAL));
    var mails = server.getReceivedMessages();
    assertThat(mails).hasSize(2);
    var mail = mails[0];
    assertThat(mail.getSubject()).isEqualTo("Rollcall: 3 of 20145 members failed, 2 of them anew");
    assertThat(mail.getFrom()[0]).hasToString("night@example.org");
    assertThat(mail.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("ana@example.org", "office@example.org");
    assertThat(mail.getSentDate()).isEqualTo(Messages.NOW);
    assertThat(((String) mail.getContent()).lines())
        .containsExactlyElementsOf(Messages.of(Status.PARTIAL).lines());
  }

  @Test
  void a_server_that_offers_no_encryption_hears_neither_password_nor_message() {
    assertThatThrownBy(() -> email("hush", Security.STARTTLS).send(Messages.of(Status.FAILED)))
        .isInstanceOf(Undelivered.class)
        .hasMessageContaining("does not offer what `tls` asks for");
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void a_wrong_password_is_told_without_it() {
    assertThatThrownBy(() -> email("wrong-hush", Security.NONE).send(Messages.of(Status.FAILED)))
        .isInstanceOf(Undelivered.class)
        .hasMessage("the server refuses the user or the password");
  }

  @Test
  void a_server_that_never_says_a_word_is_given_up() throws IOException, InterruptedException {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var email = email(silent.getLocalPort(), "hush", Security.NONE);
      var told =
          new MessageDelivery(Duration.ofSeconds(1))
              .tell(List.of(email), Messages.of(Status.FAILED));
      assertThat(told.getFirst().trouble()).contains("no answer within 1 s");
      assertThat(told.getFirst().to()).isEqualTo("e-mail by 127.0.0.1");
    }
  }

  private Email email(String password, Security security) {
    return email(server.getSmtp().getPort(), password, security);
  }

  private static Email email(int port, String password, Security security) {
    var place =
        new MailServer(
            "127.0.0.1",
            port,
            security,
            Optional.of("night"),
            Optional.of(password),
            Duration.ofSeconds(60));
    return new Email(
        place,
        "night@example.org",
        List.of("ana@example.org", "office@example.org"),
        () -> Messages.NOW);
  }
}
