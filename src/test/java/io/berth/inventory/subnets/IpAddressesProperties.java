package io.berth.inventory.subnets;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Compares parsed addresses with the bytes that they represent. */
class IpAddressesProperties {

  @Property
  void keeps_the_text_of_an_ipv4_address(@ForAll @Size(4) byte[] bytes)
      throws UnknownHostException {
    String text = InetAddress.getByAddress(bytes).getHostAddress();
    assertThat(IpAddresses.findAddress(text)).contains(text);
  }

  @Property
  void keeps_the_bytes_of_an_ipv6_address(@ForAll("ipv6") byte[] bytes)
      throws UnknownHostException {
    String text = InetAddress.getByAddress(bytes).getHostAddress();
    assertThat(bytesOf(IpAddresses.findAddress(text).orElseThrow())).isEqualTo(bytes);
  }

  @Property
  void formats_idempotently(@ForAll("ipv6") byte[] bytes) throws UnknownHostException {
    String once =
        IpAddresses.findAddress(InetAddress.getByAddress(bytes).getHostAddress()).orElseThrow();
    assertThat(IpAddresses.findAddress(once)).contains(once);
  }

  @Property
  void finds_an_address_in_a_block_with_the_same_prefix(
      @ForAll("ipv4") byte[] block,
      @ForAll("ipv4") byte[] address,
      @ForAll @IntRange(max = 32) int bits)
      throws UnknownHostException {
    String network = InetAddress.getByAddress(firstBits(block, bits)).getHostAddress();
    boolean within =
        IpAddresses.contains(
            network + "/" + bits, InetAddress.getByAddress(address).getHostAddress());
    assertThat(within).isEqualTo(prefix(block, bits).equals(prefix(address, bits)));
  }

  @Property
  void parses_any_text_without_an_exception(@ForAll("malformed") String text) {
    assertThat(IpAddresses.findAddress(text).or(() -> IpAddresses.findBlock(text))).isNotNull();
  }

  /**
   * Sixteen bytes, many of them zero. The first is not, because Java converts IPv4-mapped addresses
   * to IPv4.
   */
  @Provide
  Arbitrary<byte[]> ipv6() {
    return Arbitraries.frequency(
            net.jqwik.api.Tuple.of(3, (byte) 0), net.jqwik.api.Tuple.of(2, (byte) 0x1f))
        .array(byte[].class)
        .ofSize(16)
        .filter(bytes -> bytes[0] != 0);
  }

  @Provide
  Arbitrary<byte[]> ipv4() {
    return Arbitraries.of((byte) 0, (byte) 10, (byte) 11, (byte) 0x80, (byte) 0xff)
        .array(byte[].class)
        .ofSize(4);
  }

  @Provide
  Arbitrary<String> malformed() {
    return Arbitraries.strings().withChars("0123456789abcdefx:./%*-_[] ,\u0000é").ofMaxLength(60);
  }

  private static byte[] bytesOf(String text) throws UnknownHostException {
    return InetAddress.getByName(text).getAddress();
  }

  private static BigInteger prefix(byte[] address, int bits) {
    return new BigInteger(1, address).shiftRight(32 - bits);
  }

  private static byte[] firstBits(byte[] address, int bits) {
    int whole = new BigInteger(1, address).intValue();
    int kept = bits == 0 ? 0 : whole & (-1 << (32 - bits));
    return java.nio.ByteBuffer.allocate(4).putInt(kept).array();
  }
}
