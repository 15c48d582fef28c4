using System;
using System.Runtime.InteropServices;
using System.Security;

namespace OrderOps.PowerShell.Binding;

/// <summary>Between text and SecureString.</summary>
internal static class SecretText
{
    public static SecureString Protect(string text)
    {
        SecureString secure = new();
        foreach (char character in text)
        {
            secure.AppendChar(character);
        }

        secure.MakeReadOnly();
        return secure;
    }

    public static string Reveal(SecureString secure)
    {
        IntPtr text = Marshal.SecureStringToGlobalAllocUnicode(secure);
        try
        {
            return Marshal.PtrToStringUni(text);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(text);
        }
    }
}
