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

/** Addresses against the bytes that they stand for. */
class IpAddressesProperties {

  @Property
  void an_ipv4_address_is_written_as_it_is(@ForAll @Size(4) byte[] bytes)
      throws UnknownHostException {
    String text = InetAddress.getByAddress(bytes).getHostAddress();
    assertThat(IpAddresses.findAddress(text)).contains(text);
  }

  @Property
  void an_ipv6_address_means_the_same_when_written_canonically(@ForAll("ipv6") byte[] bytes)
      throws UnknownHostException {
    String text = InetAddress.getByAddress(bytes).getHostAddress();
    assertThat(bytesOf(IpAddresses.findAddress(text).orElseThrow())).isEqualTo(bytes);
  }

  @Property
  void writing_canonically_twice_changes_nothing(@ForAll("ipv6") byte[] bytes)
      throws UnknownHostException {
    String once =
        IpAddresses.findAddress(InetAddress.getByAddress(bytes).getHostAddress()).orElseThrow();
    assertThat(IpAddresses.findAddress(once)).contains(once);
  }

  @Property
  void an_address_is_in_a_block_if_their_first_bits_agree(
      @ForAll("near") byte[] block,
      @ForAll("near") byte[] address,
      @ForAll @IntRange(max = 32) int bits)
      throws UnknownHostException {
    String network = InetAddress.getByAddress(firstBits(block, bits)).getHostAddress();
    boolean within =
        IpAddresses.contains(
            network + "/" + bits, InetAddress.getByAddress(address).getHostAddress());
    assertThat(within).isEqualTo(prefix(block, bits).equals(prefix(address, bits)));
  }

  @Property
  void no_text_is_too_odd_to_be_read(@ForAll("odd") String text) {
    assertThat(IpAddresses.findAddress(text).or(() -> IpAddresses.findBlock(text))).isNotNull();
  }

  /** Sixteen bytes, many of them zero; no IPv4 in disguise, which Java would unmask. */
  @Provide
  Arbitrary<byte[]> ipv6() {
    return Arbitraries.frequency(
            net.jqwik.api.Tuple.of(3, (byte) 0), net.jqwik.api.Tuple.of(2, (byte) 0x1f))
        .array(byte[].class)
        .ofSize(16)
        .filter(bytes -> bytes[0] != 0);
  }

  @Provide
  Arbitrary<byte[]> near() {
    return Arbitraries.of((byte) 0, (byte) 10, (byte) 11, (byte) 0x80, (byte) 0xff)
        .array(byte[].class)
        .ofSize(4);
  }

  @Provide
  Arbitrary<String> odd() {
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
