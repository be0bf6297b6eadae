package org.rollcall.sandbox;

import java.util.List;

/// Names for invented people.
final class SampleNames {
  static final List<String> FIRST =
      words(
          """
          Aaliyah Adaeze Aiko Alejandra Amara Anaïs Andrzej Anh Antonio Beatriz Björn Brigid Carlos
          Chloé Chinedu Dariusz Deborah Diego DeShawn Dwayne Elif Emeka Esther Fatima François
          Gabriela Giulia Grace Gunnar Hana Héctor Hiroshi Ibrahim Imani Ingrid Isabel Jamal
          Jean-Luc Jesús João Jorge José Kamala Katarzyna Keisha Kofi Lakshmi Latoya Leila Liam
          Lourdes Maeve Magnús Malik María Mei Mehmet Michael Miguel Mustafa Nadia Naomi Ngozi Niamh
          Nikolai Noor Núria Olga Omar Paloma Patricia Pedro Priya Rafael Rajesh Renée Rosa Ruth
          Samuel Saoirse Sean Siobhán Sofía Søren Susan Svetlana Tamika Teresa Thomas Tomás Tuan
          Ulrike Valentina Wei William Xavier Yasmin Yuki Zainab Zoë
          """);

  static final List<String> LAST =
      words(
          """
          Abara Ahmed Álvarez Andersen Bakker Baptiste Begay Bianchi Brown Castillo Chavez Chen
          Cohen Cruz D'Angelo D'Souza Davis Delacroix Diaz Dubois Eriksson Espinoza Fernández
          Fitzgerald Flores García Goldberg González Gutiérrez Hansen Hernández Holloway Huang
          Ibarra Ito Jackson Jankowski Johnson Jónsdóttir Kamara Kaplan Khan Kim Kowalski Kumar
          Larsson Lee Lindqvist Littlefeather López Mac-Donald MacGregor Martínez McCarthy Medina
          Mendoza Miller Moreau Morales Müller Muñoz Murphy Nakamura Ndiaye Nguyễn Novák O'Brien
          O'Connor O'Neill Okafor Okonkwo Oliveira Olsen Ortiz Osei Park Patel Peña Pérez Pham
          Ramírez Reyes Rivera Robinson Rodríguez Romero Rossi Ruiz Saint-Pierre Salazar Sánchez
          Sato Schmidt Shapiro Silva Singh Smith Sørensen Stewart Suzuki Swiątek Tanaka Taylor
          Thompson Torres Tran Tsosie Vargas Vasquez Villanueva Walker Washington Watanabe Weiss
          Whitehorse Williams Wilson Wójcik Wong Yamamoto Yılmaz Young Zhang Ziegler
          """);

  private SampleNames() {}

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
