/// A provider of OpenID Connect that vouches for people.
@NullMarked
package org.rollcall.server.oidc;

import org.jspecify.annotations.NullMarked;
