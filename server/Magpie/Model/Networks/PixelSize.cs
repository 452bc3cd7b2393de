namespace Magpie.Model.Networks;

public readonly record struct PixelSize(int Width, int Height)
{
    public double Aspect => (double)Width / Height;

    public long Pixels => (long)Width * Height;

    public int ShortSide => Math.Min(Width, Height);

    public int LongSide => Math.Max(Width, Height);

    public bool Covers(PixelSize other) => Width >= other.Width && Height >= other.Height;

    public override string ToString() => FormattableString.Invariant($"{Width} × {Height}");
}
