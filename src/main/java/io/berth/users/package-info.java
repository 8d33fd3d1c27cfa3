/** The people behind the keys. There is one, the Owner made at the first start. */
package io.berth.users;
